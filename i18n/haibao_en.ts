<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>haibao::ui::BatchPage</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) made</source>
        <translation>
            <numerusform>%n file made</numerusform>
            <numerusform>%n files made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept as they were</source>
        <translation>
            <numerusform>%n kept as it was</numerusform>
            <numerusform>%n kept as they were</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::CreatePage</name>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::DetailsPanel</name>
    <message numerus="yes">
        <source>%Ln picture(s) selected</source>
        <translation>
            <numerusform>%Ln picture selected</numerusform>
            <numerusform>%Ln pictures selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::DevicesPage</name>
    <message numerus="yes">
        <source>Trying it again. If it hangs, it is given up after %n second(s); you can go on working.</source>
        <translation>
            <numerusform>Trying it again. If it hangs, it is given up after %n second; you can go on working.</numerusform>
            <numerusform>Trying it again. If it hangs, it is given up after %n seconds; you can go on working.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::EnlargeDialog</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tile(s)</source>
        <translation>
            <numerusform>%n tile</numerusform>
            <numerusform>%n tiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::Errors</name>
    <message numerus="yes">
        <source>%n field(s) of this poster are unknown to this Haibao: they are kept, but have no effect: %1</source>
        <translation>
            <numerusform>%n field of this poster is unknown to this Haibao: it is kept, but has no effect: %1</numerusform>
            <numerusform>%n fields of this poster are unknown to this Haibao: they are kept, but have no effect: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::ExportNotes</name>
    <message numerus="yes">
        <source>%n text(s) should be looked at before this goes out.</source>
        <translation>
            <numerusform>%n text should be looked at before this goes out.</numerusform>
            <numerusform>%n texts should be looked at before this goes out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n painted text(s) are too small to be proof-read.</source>
        <translation>
            <numerusform>%n painted text is too small to be proof-read.</numerusform>
            <numerusform>%n painted texts are too small to be proof-read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::GalleryPage</name>
    <message numerus="yes">
        <source>%n picture(s) moved to the trash.</source>
        <translation>
            <numerusform>%n picture moved to the trash.</numerusform>
            <numerusform>%n pictures moved to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln picture(s) selected</source>
        <translation>
            <numerusform>%L1 of %Ln picture selected</numerusform>
            <numerusform>%L1 of %Ln pictures selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n picture(s) imported</source>
        <translation>
            <numerusform>%n picture imported</numerusform>
            <numerusform>%n pictures imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were in the library already</source>
        <translation>
            <numerusform>%n was in the library already</numerusform>
            <numerusform>%n were in the library already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lost file(s) found again</source>
        <translation>
            <numerusform>%n lost file found again</numerusform>
            <numerusform>%n lost files found again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files and folders</source>
        <translation>
            <numerusform>%n file or folder</numerusform>
            <numerusform>%n files and folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came back from the trash</source>
        <translation>
            <numerusform>%n came back from the trash</numerusform>
            <numerusform>%n came back from the trash</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::LineageView</name>
    <message numerus="yes">
        <source>exported %n time(s)</source>
        <translation>
            <numerusform>exported %n time</numerusform>
            <numerusform>exported %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::MainWindow</name>
    <message numerus="yes">
        <source>Haibao did not end in the usual way last time; %n poster(s) are open again as you last changed them.</source>
        <translation>
            <numerusform>Haibao did not end in the usual way last time; %n poster is open again as you last changed it.</numerusform>
            <numerusform>Haibao did not end in the usual way last time; %n posters are open again as you last changed them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::MergePage</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be made as they are.</source>
        <translation>
            <numerusform>%n row cannot be made as they are.</numerusform>
            <numerusform>%n rows cannot be made as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are skipped because of empty cells.</source>
        <translation>
            <numerusform>%n row is skipped because of empty cells.</numerusform>
            <numerusform>%n rows are skipped because of empty cells.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n row(s) with errors</source>
        <translation>
            <numerusform>Leave out %n row with errors</numerusform>
            <numerusform>Leave out %n rows with errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n poster(s)</source>
        <translation>
            <numerusform>Make %n poster</numerusform>
            <numerusform>Make %n posters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n poster(s) made</source>
        <translation>
            <numerusform>%n poster made</numerusform>
            <numerusform>%n posters made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) can be made but should be looked at.</source>
        <translation>
            <numerusform>%n row can be made but should be looked at.</numerusform>
            <numerusform>%n rows can be made but should be looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” mends %n of them.</source>
        <translation>
            <numerusform>“%1” mends %n of them.</numerusform>
            <numerusform>“%1” mends %n of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with errors are left out.</source>
        <translation>
            <numerusform>%n row with errors is left out.</numerusform>
            <numerusform>%n rows with errors are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::ModelImport</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::PromptPanel</name>
    <message numerus="yes">
        <source>A picture of %n step(s) has none to leave out: the first two and the last are always computed. From %1 steps on a speed can be chosen; it pays from a dozen.</source>
        <translation>
            <numerusform>A picture of %n step has none to leave out: the first two and the last are always computed. From %1 steps on a speed can be chosen; it pays from a dozen.</numerusform>
            <numerusform>A picture of %n steps has none to leave out: the first two and the last are always computed. From %1 steps on a speed can be chosen; it pays from a dozen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::ProofDialog</name>
    <message numerus="yes">
        <source>%n text(s) should be looked at.</source>
        <translation>
            <numerusform>%n text should be looked at.</numerusform>
            <numerusform>%n texts should be looked at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::PropertiesPanel</name>
    <message numerus="yes">
        <source>%n layer(s) selected</source>
        <translation>
            <numerusform>%n layer selected</numerusform>
            <numerusform>%n layers selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::RatingBar</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::ReferenceList</name>
    <message numerus="yes">
        <source>%n reference picture(s) at most; take one away first.</source>
        <translation>
            <numerusform>%n reference picture at most; take it away first.</numerusform>
            <numerusform>%n reference pictures at most; take one away first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reference picture(s) guide the new one.</source>
        <translation>
            <numerusform>%n reference picture guides the new one.</numerusform>
            <numerusform>%n reference pictures guide the new one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::SidePanel</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::Studio</name>
    <message numerus="yes">
        <source>%n picture(s) of the library are not in its folder any more; they come back when their files do.</source>
        <translation>
            <numerusform>%n picture of the library is not in its folder any more; it comes back when its file does.</numerusform>
            <numerusform>%n pictures of the library are not in its folder any more; they come back when their files do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing picture(s) are there again.</source>
        <translation>
            <numerusform>%n missing picture is there again.</numerusform>
            <numerusform>%n missing pictures are there again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) that lay in the library&apos;s folder were taken in.</source>
        <translation>
            <numerusform>%n picture that lay in the library&apos;s folder was taken in.</numerusform>
            <numerusform>%n pictures that lay in the library&apos;s folder were taken in.</numerusform>
        </translation>
    </message>
</context>
</TS>
