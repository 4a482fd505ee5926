<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>haibao</name>
    <message>
        <source>Haibao runs already, but does not answer. Wait for its window, or end it, and start again.</source>
        <translation>O Haibao já está aberto, mas não responde. Espere pela janela, ou encerre-o, e abra de novo.</translation>
    </message>
</context>
<context>
    <name>haibao::ui</name>
    <message>
        <source>Correct spelling</source>
        <translation>Corrigir a ortografia</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Sem sugestões</translation>
    </message>
    <message>
        <source>Check the spelling of this text</source>
        <translation>Verificar a ortografia deste texto</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ArrangeBar</name>
    <message>
        <source>Align left</source>
        <translation>Alinhar à esquerda</translation>
    </message>
    <message>
        <source>Align centre</source>
        <translation>Centralizar na horizontal</translation>
    </message>
    <message>
        <source>Align right</source>
        <translation>Alinhar à direita</translation>
    </message>
    <message>
        <source>Align top</source>
        <translation>Alinhar ao topo</translation>
    </message>
    <message>
        <source>Align middle</source>
        <translation>Centralizar na vertical</translation>
    </message>
    <message>
        <source>Align bottom</source>
        <translation>Alinhar à base</translation>
    </message>
    <message>
        <source>Distribute horizontally</source>
        <translation>Distribuir na horizontal</translation>
    </message>
    <message>
        <source>Distribute vertically</source>
        <translation>Distribuir na vertical</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Agrupar</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Desagrupar</translation>
    </message>
</context>
<context>
    <name>haibao::ui::Bars</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Forma</translation>
    </message>
    <message>
        <source>Any shape</source>
        <translation>Qualquer proporção</translation>
    </message>
    <message>
        <source>As the picture</source>
        <translation>Como a imagem</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Imagem inteira</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <source>Mark with a brush</source>
        <translation>Marcar com pincel</translation>
    </message>
    <message>
        <source>Mark by drawing round it</source>
        <translation>Marcar contornando</translation>
    </message>
    <message>
        <source>Take marks away (Alt)</source>
        <translation>Apagar marcas (Alt)</translation>
    </message>
    <message>
        <source>Breadth of the brush</source>
        <translation>Largura do pincel</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>Paint it anew</source>
        <translation>Repintar</translation>
    </message>
    <message>
        <source>The model paints the marked part again, by the prompt; the rest stays (Enter)</source>
        <translation>O modelo repinta a parte marcada conforme o prompt; o resto fica (Enter)</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>Reto</translation>
    </message>
    <message>
        <source>Arc</source>
        <translation>Arco</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Bandeira</translation>
    </message>
    <message>
        <source>Bulge</source>
        <translation>Bojo</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>Perspectiva</translation>
    </message>
    <message>
        <source>Envelope</source>
        <translation>Envelope</translation>
    </message>
    <message>
        <source>Warp</source>
        <translation>Deformar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
</context>
<context>
    <name>haibao::ui::BatchPage</name>
    <message>
        <source>replaces a file</source>
        <translation>substitui um arquivo</translation>
    </message>
    <message>
        <source>kept as it is</source>
        <translation>fica como está</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>not made</source>
        <translation>não feito</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Salvar o relatório…</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Search the library, Enter takes all found</source>
        <translation>Buscar na biblioteca, Enter pega tudo o que achar</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Buscar na biblioteca</translation>
    </message>
    <message>
        <source>Pictures and posters to export</source>
        <translation>Imagens e pôsteres a exportar</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Adicionar arquivos…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Pictures and posters</source>
        <translation>Imagens e pôsteres</translation>
    </message>
    <message>
        <source>Posters and pictures (*.haibao *.png *.jpg *.jpeg *.webp);;All files (*)</source>
        <translation>Pôsteres e imagens (*.haibao *.png *.jpg *.jpeg *.webp);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Como</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Predefinições</translation>
    </message>
    <message>
        <source>Every marked preset makes a file of its own.</source>
        <translation>Cada predefinição marcada faz um arquivo próprio.</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nomes</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Pasta</translation>
    </message>
    <message>
        <source>Names of the files</source>
        <translation>Nomes dos arquivos</translation>
    </message>
    <message>
        <source>{doc} {title} {prompt:40} {n:000} {preset} {w} {h} {date:yyyyMMdd} {seed}; |lower |upper |slug |ascii |trim:20 |default:x; / makes folders</source>
        <translation>{doc} {title} {prompt:40} {n:000} {preset} {w} {h} {date:yyyyMMdd} {seed}; |lower |upper |slug |ascii |trim:20 |default:x; / faz pastas</translation>
    </message>
    <message>
        <source>number names that exist</source>
        <translation>numerar nomes repetidos</translation>
    </message>
    <message>
        <source>leave files that exist</source>
        <translation>manter os que já existem</translation>
    </message>
    <message>
        <source>replace files that exist</source>
        <translation>substituir arquivos existentes</translation>
    </message>
    <message>
        <source>replace older files</source>
        <translation>substituir os mais antigos</translation>
    </message>
    <message>
        <source>Files that exist</source>
        <translation>Arquivos existentes</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Arquivos</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n arquivo</numerusform>
            <numerusform>%n arquivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Pasta para os arquivos</translation>
    </message>
    <message>
        <source>Choose pictures or posters on the left; the gallery&apos;s Export brings a selection here.</source>
        <translation>Escolha imagens ou pôsteres à esquerda; o Exportar da galeria traz a seleção para cá.</translation>
    </message>
    <message>
        <source>Mark at least one preset.</source>
        <translation>Marque ao menos uma predefinição.</translation>
    </message>
    <message>
        <source>about %1, %2 free</source>
        <translation>cerca de %1, %2 livres</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) made</source>
        <translation>
            <numerusform>%n arquivo feito</numerusform>
            <numerusform>%n arquivos feitos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept as they were</source>
        <translation>
            <numerusform>%n ficou como estava</numerusform>
            <numerusform>%n ficaram como estavam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n falhou</numerusform>
            <numerusform>%n falharam</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Salvar o relatório</translation>
    </message>
    <message>
        <source>The report could not be saved</source>
        <translation>Não foi possível salvar o relatório</translation>
    </message>
    <message>
        <source>the same name as another</source>
        <translation>mesmo nome que outro</translation>
    </message>
    <message>
        <source>Add the open posters</source>
        <translation>Adicionar os pôsteres abertos</translation>
    </message>
</context>
<context>
    <name>haibao::ui::CanvasView</name>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Redimensionar</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Girar</translation>
    </message>
    <message>
        <source>Add vertical text</source>
        <translation>Adicionar texto vertical</translation>
    </message>
    <message>
        <source>Add text</source>
        <translation>Adicionar texto</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Pôster</translation>
    </message>
    <message>
        <source>Add guide</source>
        <translation>Adicionar guia</translation>
    </message>
    <message>
        <source>Remove guide</source>
        <translation>Remover guia</translation>
    </message>
    <message>
        <source>Move guide</source>
        <translation>Mover guia</translation>
    </message>
    <message>
        <source>“%1” cannot be changed: its picture is missing or damaged.</source>
        <translation>“%1” não pode ser alterada: a imagem falta ou está danificada.</translation>
    </message>
    <message>
        <source>Click the text to bend.</source>
        <translation>Clique no texto a deformar.</translation>
    </message>
    <message>
        <source>Click the picture to crop.</source>
        <translation>Clique na imagem a cortar.</translation>
    </message>
    <message>
        <source>Click the picture to repaint.</source>
        <translation>Clique na imagem a repintar.</translation>
    </message>
    <message>
        <source>Begin to warp</source>
        <translation>Começar a curvar</translation>
    </message>
</context>
<context>
    <name>haibao::ui::Card</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>haibao::ui::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>O que você quer fazer?</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>No command has “%1” in its name. Try another word, or a part of it.</source>
        <translation>Nenhum comando tem “%1” no nome. Tente outra palavra ou parte dela.</translation>
    </message>
</context>
<context>
    <name>haibao::ui::CompareView</name>
    <message>
        <source>Compare two pictures</source>
        <translation>Comparar duas imagens</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>Divisória</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Inteira</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Trocar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>haibao::ui::CreatePage</name>
    <message>
        <source>Page size</source>
        <translation>Tamanho da página</translation>
    </message>
    <message>
        <source>Dropped. Edit → Bring back undoes it.</source>
        <translation>Descartada. Editar → Restaurar desfaz.</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modelos prontos</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Camadas</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Propriedades</translation>
    </message>
    <message>
        <source>Results and queue</source>
        <translation>Resultados e fila</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Tela</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Vertical text</source>
        <translation>Texto vertical</translation>
    </message>
    <message>
        <source>Pick a colour</source>
        <translation>Pegar uma cor</translation>
    </message>
    <message>
        <source>Fit the page</source>
        <translation>Ajustar à página</translation>
    </message>
    <message>
        <source>Margins and bleed</source>
        <translation>Margens e sangria</translation>
    </message>
    <message>
        <source>Kept by Haibao until you give it a name</source>
        <translation>Guardado pelo Haibao até você dar um nome</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sem título</translation>
    </message>
    <message>
        <source>The poster could not be opened</source>
        <translation>Não foi possível abrir o pôster</translation>
    </message>
    <message>
        <source>Keep this poster?</source>
        <translation>Guardar este pôster?</translation>
    </message>
    <message>
        <source>It has no name yet. Save it, or throw it away?</source>
        <translation>Ele ainda não tem nome. Salvar ou descartar?</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Exemplo</translation>
    </message>
    <message>
        <source>Saved; every change is saved as you make it.</source>
        <translation>Salvo; cada mudança é salva na hora.</translation>
    </message>
    <message>
        <source>Save the poster</source>
        <translation>Salvar o pôster</translation>
    </message>
    <message>
        <source>Posters (*.haibao)</source>
        <translation>Pôsteres (*.haibao)</translation>
    </message>
    <message>
        <source>The poster could not be saved</source>
        <translation>Não foi possível salvar o pôster</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imagens</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.avif);;All files (*)</source>
        <translation>Imagens (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.avif);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>%1 is not a picture that Haibao can show.</source>
        <translation>O Haibao não consegue mostrar a imagem %1.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 não está mais lá.</translation>
    </message>
    <message>
        <source>paints %1 × %2</source>
        <translation>pinta %1 × %2</translation>
    </message>
    <message>
        <source>Crop a picture</source>
        <translation>Cortar imagem</translation>
    </message>
    <message>
        <source>Bend a text</source>
        <translation>Deformar texto</translation>
    </message>
    <message>
        <source>Repaint a region</source>
        <translation>Repintar região</translation>
    </message>
    <message>
        <source>Rulers</source>
        <translation>Réguas</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>Guias</translation>
    </message>
    <message>
        <source>Snap to lines</source>
        <translation>Encaixar nas linhas</translation>
    </message>
    <message>
        <source>Bar beside the text</source>
        <translation>Barra junto ao texto</translation>
    </message>
    <message>
        <source>Rulers, guides, margins</source>
        <translation>Réguas, guias e margens</translation>
    </message>
    <message>
        <source>%1 is in the clipboard; with a text or shape selected it becomes its colour.</source>
        <translation>%1 está na área de transferência; com texto ou forma selecionados vira a cor deles.</translation>
    </message>
    <message>
        <source>The last changes are not saved</source>
        <translation>As últimas alterações não foram salvas</translation>
    </message>
    <message>
        <source>%1 is open in another tab. Close it first, or choose another name.</source>
        <translation>%1 está aberto em outra aba. Feche-o primeiro ou escolha outro nome.</translation>
    </message>
    <message>
        <source>The region could not be handed over: there is no room for temporary files.</source>
        <translation>A região não pôde ser enviada: falta espaço para arquivos temporários.</translation>
    </message>
    <message>
        <source>Repaint region</source>
        <translation>Repintar região</translation>
    </message>
    <message>
        <source>The picture could not be opened</source>
        <translation>A imagem não pôde ser aberta</translation>
    </message>
    <message>
        <source>Saving the poster…</source>
        <translation>Salvando o pôster…</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n imagem</numerusform>
            <numerusform>%n imagens</numerusform>
        </translation>
    </message>
    <message>
        <source>The poster in front is still opening; try again in a moment.</source>
        <translation>O pôster da frente ainda está abrindo; tente daqui a pouco.</translation>
    </message>
    <message>
        <source>Open a poster first, or make a new one (Ctrl+N).</source>
        <translation>Abra um pôster primeiro, ou crie um novo (Ctrl+N).</translation>
    </message>
    <message>
        <source>Opening “%1”…</source>
        <translation>Abrindo “%1”…</translation>
    </message>
    <message>
        <source>The open poster has another size now: Edit → Undo takes it back, File → New poster begins another.</source>
        <translation>O pôster aberto agora tem outro tamanho: Editar → Desfazer o traz de volta; Arquivo → Novo pôster começa outro.</translation>
    </message>
</context>
<context>
    <name>haibao::ui::CropMode</name>
    <message>
        <source>Crop</source>
        <translation>Cortar</translation>
    </message>
</context>
<context>
    <name>haibao::ui::DetailsPanel</name>
    <message>
        <source>Tags, separated by commas</source>
        <translation>Etiquetas, separadas por vírgulas</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Open as poster</source>
        <translation>Abrir como pôster</translation>
    </message>
    <message>
        <source>Use prompt</source>
        <translation>Usar o prompt</translation>
    </message>
    <message>
        <source>Use seed</source>
        <translation>Usar a semente</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>Procurar parecidas</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Select a picture to see how it was made.</source>
        <translation>Selecione uma imagem para ver como foi feita.</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>O arquivo não está mais lá.</translation>
    </message>
    <message>
        <source>%1 × %2 · %3</source>
        <translation>%1 × %2 · %3</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>Semente %1</translation>
    </message>
    <message>
        <source>A new poster with this picture as its ground and its words as live text (Enter)</source>
        <translation>Novo pôster com esta imagem de fundo e suas palavras como texto vivo (Enter)</translation>
    </message>
    <message>
        <source>Make variations</source>
        <translation>Criar variações</translation>
    </message>
    <message>
        <source>Four more with the same prompt and other seeds</source>
        <translation>Mais quatro com o mesmo prompt e outras sementes</translation>
    </message>
    <message>
        <source>The same picture again</source>
        <translation>A mesma imagem de novo</translation>
    </message>
    <message>
        <source>Where it comes from and what was made of it (L)</source>
        <translation>De onde vem e o que se fez dela (L)</translation>
    </message>
    <message>
        <source>Lineage: from %1, to %2</source>
        <translation>Origem: de %1, para %2</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Origem</translation>
    </message>
    <message>
        <source>The note was not saved: %1</source>
        <translation>A nota não foi salva: %1</translation>
    </message>
    <message>
        <source>The tags were not saved: %1</source>
        <translation>As etiquetas não foram salvas: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) selected</source>
        <translation>
            <numerusform>%Ln imagem selecionada</numerusform>
            <numerusform>%Ln imagens selecionadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Add tags, separated by commas</source>
        <translation>Adicionar etiquetas, separadas por vírgulas</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>Adicionar etiquetas</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Side by side (C)</source>
        <translation>Lado a lado (C)</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Mover para a lixeira</translation>
    </message>
    <message>
        <source>Bring back from the trash</source>
        <translation>Restaurar da lixeira</translation>
    </message>
</context>
<context>
    <name>haibao::ui::DevicesPage</name>
    <message>
        <source>A simulation of a graphics card in software: right, but slower than the processor itself.</source>
        <translation>Uma placa de vídeo simulada por software: correta, mas mais lenta que o próprio processador.</translation>
    </message>
    <message>
        <source>Works. Always there.</source>
        <translation>Funciona. Sempre disponível.</translation>
    </message>
    <message>
        <source>Works.</source>
        <translation>Funciona.</translation>
    </message>
    <message>
        <source>%1 free of %2</source>
        <translation>%1 livres de %2</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Procurar de novo</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>Procurando dispositivos…</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processador</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Em uso</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Usar este</translation>
    </message>
    <message>
        <source>How fast, the first picture will tell.</source>
        <translation>A velocidade se saberá com a primeira imagem.</translation>
    </message>
    <message>
        <source>Ascend card</source>
        <translation>Placa Ascend</translation>
    </message>
    <message>
        <source>Graphics card (%1)</source>
        <translation>Placa de vídeo (%1)</translation>
    </message>
    <message>
        <source>Measured here: about %1 for a picture of %2 × %3 with %4.</source>
        <translation>Medido aqui: cerca de %1 por imagem de %2 × %3 com %4.</translation>
    </message>
    <message>
        <source>In use · recommended</source>
        <translation>Em uso · recomendado</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Recomendado</translation>
    </message>
    <message>
        <source>Other machines</source>
        <translation>Outras máquinas</translation>
    </message>
    <message>
        <source>Plug-in %1</source>
        <translation>Plug-in %1</translation>
    </message>
    <message numerus="yes">
        <source>Trying it again. If it hangs, it is given up after %n second(s); you can go on working.</source>
        <translation>
            <numerusform>Tentando de novo. Se travar, o Haibao desiste depois de %n segundo; dá para continuar trabalhando.</numerusform>
            <numerusform>Tentando de novo. Se travar, o Haibao desiste depois de %n segundos; dá para continuar trabalhando.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>haibao::ui::EmptyState</name>
    <message>
        <source>Your pictures will be here</source>
        <translation>Suas imagens ficarão aqui</translation>
    </message>
    <message>
        <source>Everything that you generate is kept, with how it was made. Begin with an example, write a prompt of your own,
or bring in pictures from other programs with their prompts.</source>
        <translation>Tudo o que você gera fica guardado, com o modo como foi feito. Comece por um exemplo, escreva um prompt
ou traga imagens de outros programas com seus prompts.</translation>
    </message>
    <message>
        <source>Open this example as a poster</source>
        <translation>Abrir este exemplo como pôster</translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation>Exemplo: %1</translation>
    </message>
    <message>
        <source>Write a prompt</source>
        <translation>Escrever um prompt</translation>
    </message>
    <message>
        <source>Import pictures…</source>
        <translation>Importar imagens…</translation>
    </message>
</context>
<context>
    <name>haibao::ui::EnlargeDialog</name>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 pixels</translation>
    </message>
    <message>
        <source>hardly more than sharpening</source>
        <translation>pouco mais que dar nitidez</translation>
    </message>
    <message>
        <source>sharpens, redraws fine detail</source>
        <translation>dá nitidez, redesenha detalhes finos</translation>
    </message>
    <message>
        <source>invents detail</source>
        <translation>inventa detalhes</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Ampliar</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n imagem</numerusform>
            <numerusform>%n imagens</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>A4 at 300 dpi</source>
        <translation>A4 a 300 dpi</translation>
    </message>
    <message>
        <source>A3 at 300 dpi</source>
        <translation>A3 a 300 dpi</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largura</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Altura</translation>
    </message>
    <message>
        <source>Lanczos (recommended)</source>
        <translation>Lanczos (recomendado)</translation>
    </message>
    <message>
        <source>Comes nearest to the picture and takes seconds. It smooths the pixels that are there and adds no detail.</source>
        <translation>É o mais fiel à imagem e leva segundos. Suaviza os pixels que há e não acrescenta detalhes.</translation>
    </message>
    <message>
        <source>Refined by a model</source>
        <translation>Refinada por um modelo</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Força</translation>
    </message>
    <message>
        <source>The built-in model makes edges crisper than they were, but comes less near to the picture than Lanczos.</source>
        <translation>O modelo embutido deixa os contornos mais nítidos, mas menos fiéis à imagem que o Lanczos.</translation>
    </message>
    <message>
        <source>A model draws detail that was never there. Look at the result before it is printed.</source>
        <translation>Um modelo desenha detalhes que não existiam. Olhe o resultado antes de imprimir.</translation>
    </message>
    <message>
        <source>Transparent parts become white.</source>
        <translation>Partes transparentes ficam brancas.</translation>
    </message>
    <message>
        <source>%1 become %2.</source>
        <translation>%1 passam a %2.</translation>
    </message>
    <message>
        <source>It has %1 already; this size needs no more.</source>
        <translation>Já tem %1; este tamanho não precisa de mais.</translation>
    </message>
    <message>
        <source>More than %1 million pixels cannot be opened again.</source>
        <translation>Mais de %1 milhões de pixels não podem ser abertos de novo.</translation>
    </message>
    <message>
        <source>More than four times as many a side will look soft up close.</source>
        <translation>Mais de quatro vezes por lado fica sem nitidez de perto.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Waiting until the picture at work is painted…</source>
        <translation>Esperando terminar a imagem em andamento…</translation>
    </message>
    <message>
        <source>Enlarging…</source>
        <translation>Ampliando…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Parando…</translation>
    </message>
    <message>
        <source>Tile %1 of %2</source>
        <translation>Bloco %1 de %2</translation>
    </message>
    <message>
        <source>Stopped. The finished tiles are kept for two weeks, and the same settings go on with the next one.</source>
        <translation>Parado. Os blocos prontos ficam por duas semanas, e com os mesmos ajustes continua do próximo.</translation>
    </message>
    <message>
        <source>Twice as large (2×)</source>
        <translation>Duas vezes maior (2×)</translation>
    </message>
    <message numerus="yes">
        <source>%n tile(s)</source>
        <translation>
            <numerusform>%n bloco</numerusform>
            <numerusform>%n blocos</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>cerca de %1</translation>
    </message>
    <message>
        <source>how long it takes here is known when the first one is done</source>
        <translation>o tempo só se conhece quando o primeiro ficar pronto</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>faltam %1</translation>
    </message>
    <message>
        <source>Each gets the pixels that this file takes, at most five times as many a side.</source>
        <translation>Cada uma recebe os pixels que o arquivo pede, no máximo cinco vezes por lado.</translation>
    </message>
</context>
<context>
    <name>haibao::ui::Errors</name>
    <message>
        <source>This cannot be done as it was asked for.</source>
        <translation>Do jeito que foi pedido, não dá para fazer.</translation>
    </message>
    <message>
        <source>Something that is needed is missing.</source>
        <translation>Falta algo que é necessário.</translation>
    </message>
    <message>
        <source>The file is damaged, or not what it should be.</source>
        <translation>O arquivo está danificado ou não é o que deveria ser.</translation>
    </message>
    <message>
        <source>Haibao, or this device, cannot do that.</source>
        <translation>O Haibao, ou este dispositivo, não consegue fazer isso.</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>Não há memória suficiente.</translation>
    </message>
    <message>
        <source>The device, or the program that works on it, has failed.</source>
        <translation>O dispositivo, ou o programa que trabalha nele, falhou.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>O disco está cheio.</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>Um arquivo não pôde ser lido ou gravado.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>Haibao has made a mistake.</source>
        <translation>O Haibao cometeu um erro.</translation>
    </message>
    <message>
        <source>%1 Details: %2</source>
        <translation>%1 Detalhes: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of this poster are unknown to this Haibao: they are kept, but have no effect: %1</source>
        <translation>
            <numerusform>%n campo deste pôster é desconhecido para este Haibao: fica guardado, mas sem efeito: %1</numerusform>
            <numerusform>%n campos deste pôster são desconhecidos para este Haibao: ficam guardados, mas sem efeito: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Finalidade</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>A página</translation>
    </message>
    <message>
        <source>With bleed</source>
        <translation>Com sangria</translation>
    </message>
    <message>
        <source>With bleed and crop marks</source>
        <translation>Com sangria e marcas de corte</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>as the preset says</source>
        <translation>como na predefinição</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Resolução</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualidade</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 mm</translation>
    </message>
    <message>
        <source>PDF, %1; text stays text, it can be selected and searched.</source>
        <translation>PDF, %1; o texto continua texto: pode ser selecionado e pesquisado.</translation>
    </message>
    <message>
        <source>%1, %2 × %3 pixels</source>
        <translation>%1, %2 × %3 pixels</translation>
    </message>
    <message>
        <source>Done: %1, %2</source>
        <translation>Pronto: %1, %2</translation>
    </message>
    <message>
        <source>The poster has another shape than the paper of %1 and is as large as fits on it.</source>
        <translation>O pôster tem forma diferente do papel de %1 e fica do maior tamanho que cabe nele.</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ExportNotes</name>
    <message>
        <source>Check text…</source>
        <translation>Revisar texto…</translation>
    </message>
    <message>
        <source>The texts are being proof-read…</source>
        <translation>Conferindo os textos…</translation>
    </message>
    <message>
        <source>The texts are not proof-read: %1</source>
        <translation>Os textos não foram conferidos: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) should be looked at before this goes out.</source>
        <translation>
            <numerusform>%n texto deve ser visto antes de sair daqui.</numerusform>
            <numerusform>%n textos devem ser vistos antes de sair daqui.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n painted text(s) are too small to be proof-read.</source>
        <translation>
            <numerusform>%n texto pintado é pequeno demais para ser conferido.</numerusform>
            <numerusform>%n textos pintados são pequenos demais para ser conferidos.</numerusform>
        </translation>
    </message>
    <message>
        <source>All texts are as they should be.</source>
        <translation>Todos os textos estão como devem.</translation>
    </message>
    <message>
        <source>“%1” has %2 dpi</source>
        <translation>“%1” tem %2 dpi</translation>
    </message>
    <message>
        <source>Print wants 150 dpi or more: %1.</source>
        <translation>A impressão pede 150 dpi ou mais: %1.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Enlarge…</source>
        <translation>Ampliar…</translation>
    </message>
    <message>
        <source>These pictures are as large as they can become.</source>
        <translation>Estas imagens já estão no maior tamanho possível.</translation>
    </message>
    <message>
        <source>Give these pictures the pixels that this file wants (300 dpi in print), at most five times as many a side</source>
        <translation>Dá a estas imagens os pixels que este arquivo pede (300 dpi na impressão), no máximo cinco vezes por lado</translation>
    </message>
    <message>
        <source>“%1” is shown at %2 times its own size</source>
        <translation>“%1” aparece a %2 vezes o tamanho original</translation>
    </message>
    <message>
        <source>This will look soft: %1.</source>
        <translation>Vai parecer pouco nítido: %1.</translation>
    </message>
    <message>
        <source>Extend into the bleed</source>
        <translation>Estender até a sangria</translation>
    </message>
    <message>
        <source>Lets what ends at the page&apos;s edge reach beyond it; a picture is enlarged a little for it</source>
        <translation>Faz o que termina na borda da página passar dela; uma imagem é ampliada um pouco para isso</translation>
    </message>
</context>
<context>
    <name>haibao::ui::FontNames</name>
    <message>
        <source>Thin</source>
        <translation>Fina</translation>
    </message>
    <message>
        <source>ExtraLight</source>
        <translation>Extraleve</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Leve</translation>
    </message>
    <message>
        <source>DemiLight</source>
        <translation>Semileve</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>SemiBold</source>
        <translation>Seminegrito</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Negrito</translation>
    </message>
    <message>
        <source>ExtraBold</source>
        <translation>Extranegrito</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Preta</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Itálico</translation>
    </message>
    <message>
        <source>Oblique</source>
        <translation>Oblíqua</translation>
    </message>
    <message>
        <source>Condensed</source>
        <translation>Condensada</translation>
    </message>
</context>
<context>
    <name>haibao::ui::GalleryModel</name>
    <message>
        <source>Seed %1</source>
        <translation>Semente %1</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>arquivo ausente</translation>
    </message>
</context>
<context>
    <name>haibao::ui::GalleryPage</name>
    <message>
        <source>No picture matches “%1”.</source>
        <translation>Nenhuma imagem corresponde a “%1”.</translation>
    </message>
    <message>
        <source>Search: words, tag:… star:&gt;=4 before:2026-01-01 colour:red -without</source>
        <translation>Buscar: palavras, tag:… star:&gt;=4 before:2026-01-01 colour:red -sem</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>Tamanho das miniaturas</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imagens</translation>
    </message>
    <message>
        <source>Open as poster</source>
        <translation>Abrir como pôster</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Estrelas</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Rótulo</translation>
    </message>
    <message>
        <source>Add to album</source>
        <translation>Pôr no álbum</translation>
    </message>
    <message>
        <source>New album…</source>
        <translation>Novo álbum…</translation>
    </message>
    <message>
        <source>New album</source>
        <translation>Novo álbum</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Bring back from the trash</source>
        <translation>Restaurar da lixeira</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Mover para a lixeira</translation>
    </message>
    <message>
        <source>Folder with pictures to import</source>
        <translation>Pasta com imagens para importar</translation>
    </message>
    <message>
        <source>Make variations</source>
        <translation>Criar variações</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>De onde vem</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Salvar esta busca</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) moved to the trash.</source>
        <translation>
            <numerusform>%n imagem foi para a lixeira.</numerusform>
            <numerusform>%n imagens foram para a lixeira.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select one picture to make variations of.</source>
        <translation>Selecione uma imagem para criar variações.</translation>
    </message>
    <message>
        <source>Select two pictures to compare.</source>
        <translation>Selecione duas imagens para comparar.</translation>
    </message>
    <message>
        <source>Select one picture to see where it comes from.</source>
        <translation>Selecione uma imagem para ver de onde vem.</translation>
    </message>
    <message>
        <source>Check text…</source>
        <translation>Revisar texto…</translation>
    </message>
    <message>
        <source>Enlarge…</source>
        <translation>Ampliar…</translation>
    </message>
    <message>
        <source>Select one picture to enlarge.</source>
        <translation>Selecione uma imagem para ampliar.</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 pixels</translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln picture(s) selected</source>
        <translation>
            <numerusform>%L1 de %Ln imagem selecionada</numerusform>
            <numerusform>%L1 de %Ln imagens selecionadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln imagem</numerusform>
            <numerusform>%Ln imagens</numerusform>
        </translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>A lixeira está vazia.</translation>
    </message>
</context>
<context>
    <name>haibao::ui::Handbook</name>
    <message>
        <source>Handbook</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sumário</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>The handbook was not installed; in the source folder it is docs/handbook.</source>
        <translation>O manual não foi instalado; na pasta do código-fonte é docs/handbook.</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n picture(s) imported</source>
        <translation>
            <numerusform>%n imagem importada</numerusform>
            <numerusform>%n imagens importadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were in the library already</source>
        <translation>
            <numerusform>%n já estava na biblioteca</numerusform>
            <numerusform>%n já estavam na biblioteca</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lost file(s) found again</source>
        <translation>
            <numerusform>%n arquivo perdido reencontrado</numerusform>
            <numerusform>%n arquivos perdidos reencontrados</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped; the next import of this folder goes on from here.</source>
        <translation>Parado; a próxima importação desta pasta continua daqui.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… e mais %n</numerusform>
            <numerusform>… e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Import pictures</source>
        <translation>Importar imagens</translation>
    </message>
    <message>
        <source>Copy into the library</source>
        <translation>Copiar para a biblioteca</translation>
    </message>
    <message>
        <source>Leave them where they are</source>
        <translation>Deixar onde estão</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Arquivos</translation>
    </message>
    <message>
        <source>Tags for all</source>
        <translation>Etiquetas para todas</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message numerus="yes">
        <source>%n files and folders</source>
        <translation>
            <numerusform>%n arquivo ou pasta</numerusform>
            <numerusform>%n arquivos e pastas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, with all folders in it. Prompts of A1111, ComfyUI, InvokeAI, Fooocus and SwarmUI are read.</source>
        <translation>%1, com todas as pastas dentro. São lidos os prompts de A1111, ComfyUI, InvokeAI, Fooocus e SwarmUI.</translation>
    </message>
    <message numerus="yes">
        <source>%n came back from the trash</source>
        <translation>
            <numerusform>%n voltou da lixeira</numerusform>
            <numerusform>%n voltaram da lixeira</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::LayerActions</name>
    <message>
        <source>Use template as background</source>
        <translation>Usar modelo pronto como fundo</translation>
    </message>
    <message>
        <source>Make poster</source>
        <translation>Fazer pôster</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Agrupar</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Desagrupar</translation>
    </message>
    <message>
        <source>Bring forward</source>
        <translation>Trazer para a frente</translation>
    </message>
    <message>
        <source>Send backward</source>
        <translation>Enviar para trás</translation>
    </message>
    <message>
        <source>Bring to front</source>
        <translation>Trazer para o topo</translation>
    </message>
    <message>
        <source>Send to back</source>
        <translation>Enviar para o fundo</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Alinhar</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>Distribuir</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fundo</translation>
    </message>
    <message>
        <source>Use picture as background</source>
        <translation>Usar imagem como fundo</translation>
    </message>
    <message>
        <source>Add picture</source>
        <translation>Adicionar imagem</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>Vertical text</source>
        <translation>Texto vertical</translation>
    </message>
    <message>
        <source>Horizontal text</source>
        <translation>Texto horizontal</translation>
    </message>
    <message>
        <source>Suit the text to the background</source>
        <translation>Adaptar o texto ao fundo</translation>
    </message>
</context>
<context>
    <name>haibao::ui::LayerClipboard</name>
    <message>
        <source>Paste</source>
        <translation>Colar</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Imagem colada</translation>
    </message>
</context>
<context>
    <name>haibao::ui::LayersPanel</name>
    <message>
        <source>Layers</source>
        <translation>Camadas</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacidade</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>Multiplicar</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Divisão</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Sobrepor</translation>
    </message>
    <message>
        <source>Darken</source>
        <translation>Escurecer</translation>
    </message>
    <message>
        <source>Lighten</source>
        <translation>Clarear</translation>
    </message>
    <message>
        <source>Colour dodge</source>
        <translation>Subexposição de cores</translation>
    </message>
    <message>
        <source>Colour burn</source>
        <translation>Superexposição de cores</translation>
    </message>
    <message>
        <source>Hard light</source>
        <translation>Luz direta</translation>
    </message>
    <message>
        <source>Soft light</source>
        <translation>Luz suave</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferença</translation>
    </message>
    <message>
        <source>Exclusion</source>
        <translation>Exclusão</translation>
    </message>
    <message>
        <source>Blend mode</source>
        <translation>Modo de mesclagem</translation>
    </message>
    <message>
        <source>Bring forward</source>
        <translation>Trazer para a frente</translation>
    </message>
    <message>
        <source>Send backward</source>
        <translation>Enviar para trás</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Agrupar</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Hide layer</source>
        <translation>Ocultar camada</translation>
    </message>
    <message>
        <source>Show layer</source>
        <translation>Mostrar camada</translation>
    </message>
    <message>
        <source>Unlock layer</source>
        <translation>Desbloquear camada</translation>
    </message>
    <message>
        <source>Lock layer</source>
        <translation>Bloquear camada</translation>
    </message>
    <message>
        <source>Rename layer</source>
        <translation>Renomear camada</translation>
    </message>
    <message>
        <source>Reorder layers</source>
        <translation>Reordenar camadas</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Desagrupar</translation>
    </message>
</context>
<context>
    <name>haibao::ui::LibraryBanner</name>
    <message>
        <source>Your library is not in %1 any more; its disk may be unplugged. Nothing is painted until it is back: connect the disk, or open another library. The posters that are open are not touched.</source>
        <translation>A biblioteca não está mais em %1; o disco pode ter sido desconectado. Nada é pintado até ela voltar: conecte o disco, ou abra outra biblioteca. Os pôsteres abertos não são afetados.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Procurar de novo</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>Abrir outra biblioteca…</translation>
    </message>
    <message>
        <source>Folder of the library</source>
        <translation>Pasta da biblioteca</translation>
    </message>
    <message>
        <source>Still nothing in %1.</source>
        <translation>Ainda não há nada em %1.</translation>
    </message>
    <message>
        <source>Make a new library here…</source>
        <translation>Criar uma biblioteca nova aqui…</translation>
    </message>
    <message>
        <source>A new, empty library is made in %1, and what is painted from now on is kept there. The old one is not touched: where its disk is, nothing of it is changed or deleted.</source>
        <translation>Uma biblioteca nova e vazia é criada em %1, e o que for pintado a partir de agora fica nela. A antiga não é tocada: no disco em que está, nada muda e nada é apagado.</translation>
    </message>
    <message>
        <source>Make a new library?</source>
        <translation>Criar uma biblioteca nova?</translation>
    </message>
    <message>
        <source>Make a new library</source>
        <translation>Criar uma biblioteca nova</translation>
    </message>
</context>
<context>
    <name>haibao::ui::LineageView</name>
    <message>
        <source>reference</source>
        <translation>referência</translation>
    </message>
    <message>
        <source>variation</source>
        <translation>variação</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>corte</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>edição</translation>
    </message>
    <message>
        <source>Back to the pictures</source>
        <translation>Voltar às imagens</translation>
    </message>
    <message>
        <source>Where a picture comes from and what was made of it</source>
        <translation>De onde vem uma imagem e o que se fez dela</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>na lixeira</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>arquivo ausente</translation>
    </message>
    <message>
        <source>not in the library</source>
        <translation>fora da biblioteca</translation>
    </message>
    <message>
        <source>It was made from no other picture, and nothing was made of it yet.</source>
        <translation>Não foi feita de outra imagem, e nada foi feito dela ainda.</translation>
    </message>
    <message>
        <source>Made from %1, used for %2, exported %3 time(s)</source>
        <translation>Feita de %1, usada em %2, exportada %3 vez(es)</translation>
    </message>
    <message>
        <source>poster</source>
        <translation>pôster</translation>
    </message>
    <message numerus="yes">
        <source>exported %n time(s)</source>
        <translation>
            <numerusform>exportada %n vez</numerusform>
            <numerusform>exportada %n vezes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::MainWindow</name>
    <message>
        <source>Haibao</source>
        <translation>Haibao</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Criar</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galeria</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>Models &amp;&amp; devices</source>
        <translation>Modelos e dispositivos</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Arquivo</translation>
    </message>
    <message>
        <source>&amp;New poster</source>
        <translation>&amp;Novo pôster</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Posters and pictures (*.haibao *.png *.jpg *.jpeg *.webp);;All files (*)</source>
        <translation>Pôsteres e imagens (*.haibao *.png *.jpg *.jpeg *.webp);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;recente</translation>
    </message>
    <message>
        <source>&amp;Insert picture…</source>
        <translation>&amp;Inserir imagem…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Salvar</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Salvar &amp;como…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Im&amp;primir…</translation>
    </message>
    <message>
        <source>&amp;Close poster</source>
        <translation>&amp;Fechar pôster</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Sair</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Nada ainda</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Desfazer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Refazer</translation>
    </message>
    <message>
        <source>&amp;Bring back the dropped picture</source>
        <translation>&amp;Restaurar a imagem descartada</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>E&amp;xcluir</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>D&amp;uplicar</translation>
    </message>
    <message>
        <source>Select &amp;all layers</source>
        <translation>Selecionar tod&amp;as as camadas</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Gerar</translation>
    </message>
    <message>
        <source>&amp;Cancel generating</source>
        <translation>&amp;Cancelar a geração</translation>
    </message>
    <message>
        <source>Co&amp;mmands…</source>
        <translation>Co&amp;mandos…</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Camada</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>A&amp;grupar</translation>
    </message>
    <message>
        <source>&amp;Ungroup</source>
        <translation>&amp;Desagrupar</translation>
    </message>
    <message>
        <source>Bring &amp;forward</source>
        <translation>Trazer para a &amp;frente</translation>
    </message>
    <message>
        <source>Send &amp;backward</source>
        <translation>Enviar para &amp;trás</translation>
    </message>
    <message>
        <source>Bring to f&amp;ront</source>
        <translation>Trazer para o &amp;topo</translation>
    </message>
    <message>
        <source>Send to bac&amp;k</source>
        <translation>Enviar para o &amp;fundo</translation>
    </message>
    <message>
        <source>Align &amp;left</source>
        <translation>Alinhar à &amp;esquerda</translation>
    </message>
    <message>
        <source>Align &amp;centre</source>
        <translation>&amp;Centralizar na horizontal</translation>
    </message>
    <message>
        <source>Align r&amp;ight</source>
        <translation>Alinhar à &amp;direita</translation>
    </message>
    <message>
        <source>Align &amp;top</source>
        <translation>Alinhar ao &amp;topo</translation>
    </message>
    <message>
        <source>Align &amp;middle</source>
        <translation>Centralizar na &amp;vertical</translation>
    </message>
    <message>
        <source>Align &amp;bottom</source>
        <translation>Alinhar à &amp;base</translation>
    </message>
    <message>
        <source>Distribute &amp;horizontally</source>
        <translation>Distribuir na &amp;horizontal</translation>
    </message>
    <message>
        <source>Distribute &amp;vertically</source>
        <translation>Distribuir na &amp;vertical</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>E&amp;xibir</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Criar</translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation>&amp;Galeria</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>&amp;Lote</translation>
    </message>
    <message>
        <source>&amp;Models and devices</source>
        <translation>&amp;Modelos e dispositivos</translation>
    </message>
    <message>
        <source>Zoom 100 %</source>
        <translation>Zoom de 100 %</translation>
    </message>
    <message>
        <source>&amp;Fit the page</source>
        <translation>&amp;Ajustar à página</translation>
    </message>
    <message>
        <source>Fit the &amp;width</source>
        <translation>Ajustar à &amp;largura</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>A&amp;proximar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>A&amp;fastar</translation>
    </message>
    <message>
        <source>Hide or show the &amp;panels</source>
        <translation>Ocultar ou mostrar os &amp;painéis</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Tela &amp;cheia</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aj&amp;uda</translation>
    </message>
    <message>
        <source>&amp;Shortcuts…</source>
        <translation>&amp;Atalhos…</translation>
    </message>
    <message>
        <source>&amp;About Haibao</source>
        <translation>&amp;Sobre o Haibao</translation>
    </message>
    <message>
        <source>About Haibao</source>
        <translation>Sobre o Haibao</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Haibao 海报 %1&lt;/h3&gt;&lt;p&gt;Posters made on your own machine. Nothing is sent anywhere.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Haibao 海报 %1&lt;/h3&gt;&lt;p&gt;Pôsteres feitos na sua própria máquina. Nada é enviado a lugar nenhum.&lt;/p&gt;&lt;p&gt;Software livre sob a Licença Pública Geral GNU, versão 3 ou posterior.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 – Haibao</source>
        <translation>%1 – Haibao</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Exportado: %1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Export many</source>
        <translation>Exportar vários</translation>
    </message>
    <message>
        <source>Posters from a table</source>
        <translation>Pôsteres de uma tabela</translation>
    </message>
    <message>
        <source>Four variations are being made; they appear here and in Create.</source>
        <translation>Quatro variações estão sendo criadas; aparecem aqui e em Criar.</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>Ferramen&amp;tas</translation>
    </message>
    <message>
        <source>Posters from a &amp;table…</source>
        <translation>Pôsteres de uma &amp;tabela…</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Recor&amp;tar</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Co&amp;lar</translation>
    </message>
    <message>
        <source>The clipboard holds nothing that can stand on a poster.</source>
        <translation>A área de transferência não tem nada que possa ir num pôster.</translation>
    </message>
    <message>
        <source>&amp;Write the prompt</source>
        <translation>Escre&amp;ver o prompt</translation>
    </message>
    <message>
        <source>Check te&amp;xt…</source>
        <translation>Revisar te&amp;xto…</translation>
    </message>
    <message>
        <source>Horizontal or &amp;vertical text</source>
        <translation>Texto horizontal ou &amp;vertical</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>&amp;Imagem</translation>
    </message>
    <message>
        <source>Make &amp;variations</source>
        <translation>Criar &amp;variações</translation>
    </message>
    <message>
        <source>&amp;Compare two pictures</source>
        <translation>&amp;Comparar duas imagens</translation>
    </message>
    <message>
        <source>Where it comes &amp;from</source>
        <translation>De onde &amp;vem</translation>
    </message>
    <message>
        <source>Move to the &amp;trash</source>
        <translation>Mover para a &amp;lixeira</translation>
    </message>
    <message>
        <source>&amp;Bring back from the trash</source>
        <translation>&amp;Restaurar da lixeira</translation>
    </message>
    <message>
        <source>&amp;Save this search…</source>
        <translation>&amp;Salvar esta busca…</translation>
    </message>
    <message>
        <source>&amp;Import pictures…</source>
        <translation>&amp;Importar imagens…</translation>
    </message>
    <message>
        <source>Remove all &amp;guides</source>
        <translation>Remover todas as &amp;guias</translation>
    </message>
    <message>
        <source>Remove all guides</source>
        <translation>Remover todas as guias</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspetor</translation>
    </message>
    <message>
        <source>The inspector could not be started: %1 is missing.</source>
        <translation>O inspetor não pôde ser aberto: falta %1.</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>C&amp;ores</translation>
    </message>
    <message>
        <source>Light or dark as the &amp;system</source>
        <translation>Claro ou escuro como o &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>Cores &amp;claras</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>Cores &amp;escuras</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Idio&amp;ma</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Como o &amp;sistema</translation>
    </message>
    <message>
        <source>Enlarge pictures</source>
        <translation>Ampliar imagens</translation>
    </message>
    <message>
        <source>Select one picture on the poster first.</source>
        <translation>Selecione primeiro uma imagem no pôster.</translation>
    </message>
    <message>
        <source>Enlarge picture</source>
        <translation>Ampliar imagem</translation>
    </message>
    <message>
        <source>The layer shows another picture by now and keeps it; the larger one is dropped.</source>
        <translation>A camada já mostra outra imagem e fica com ela; a ampliada é descartada.</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>A picture is being enlarged. If the window closes, this stops; a model&apos;s finished tiles are kept for two weeks.</source>
        <translation>Uma imagem está sendo ampliada. Se a janela fechar, isso para; os blocos prontos de um modelo ficam por duas semanas.</translation>
    </message>
    <message>
        <source>This library may only be read; open it where you may write to it, or enlarge the file with haibao-cli enlarge.</source>
        <translation>Esta biblioteca só pode ser lida; abra-a onde possa escrever, ou amplie o arquivo com haibao-cli enlarge.</translation>
    </message>
    <message>
        <source>The larger picture is in the library.</source>
        <translation>A imagem ampliada está na biblioteca.</translation>
    </message>
    <message>
        <source>&amp;Enlarge picture…</source>
        <translation>&amp;Ampliar imagem…</translation>
    </message>
    <message>
        <source>&amp;Enlarge…</source>
        <translation>&amp;Ampliar…</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>Outro idioma</translation>
    </message>
    <message>
        <source>The window opens anew in the other language. Posters, their undo steps and the prompt stay; the table in “Posters from a table” and what its columns fill have to be chosen again.</source>
        <translation>A janela abre de novo no outro idioma. Pôsteres, seus passos de desfazer e o prompt ficam; a tabela em “Pôsteres de uma tabela” e o que as colunas preenchem têm de ser escolhidos de novo.</translation>
    </message>
    <message>
        <source>&amp;Handbook</source>
        <translation>&amp;Manual</translation>
    </message>
    <message>
        <source>As on this poster at 300 dpi</source>
        <translation>Como neste pôster, a 300 dpi</translation>
    </message>
    <message>
        <source>As on this poster, pixel for pixel</source>
        <translation>Como neste pôster, pixel por pixel</translation>
    </message>
    <message>
        <source>“%1” has %2 × %3 pixels now.</source>
        <translation>“%1” tem agora %2 × %3 pixels.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message numerus="yes">
        <source>Haibao did not end in the usual way last time; %n poster(s) are open again as you last changed them.</source>
        <translation>
            <numerusform>O Haibao não terminou normalmente da última vez; %n pôster está aberto de novo como você o deixou.</numerusform>
            <numerusform>O Haibao não terminou normalmente da última vez; %n pôsteres estão abertos de novo como você os deixou.</numerusform>
        </translation>
    </message>
    <message>
        <source>Which ones?</source>
        <translation>Quais?</translation>
    </message>
    <message>
        <source>Extend into the bleed</source>
        <translation>Estender até a sangria</translation>
    </message>
</context>
<context>
    <name>haibao::ui::MappingTable</name>
    <message>
        <source>Layer</source>
        <translation>Camada</translation>
    </message>
    <message>
        <source>Filled by</source>
        <translation>Preenchida por</translation>
    </message>
    <message>
        <source>Empty cell</source>
        <translation>Célula vazia</translation>
    </message>
    <message>
        <source>Shown if</source>
        <translation>Mostrar se</translation>
    </message>
    <message>
        <source>What a cell without content means for this layer</source>
        <translation>O que uma célula vazia significa para esta camada</translation>
    </message>
    <message>
        <source>A column with yes or no, 1 or 0, 是 or 否</source>
        <translation>Uma coluna com sim ou não, 1 ou 0, yes ou no</translation>
    </message>
    <message>
        <source>What fills what</source>
        <translation>O que preenche o quê</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Column that fills %1</source>
        <translation>Coluna que preenche %1</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>como de costume</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>manter</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>limpar</translation>
    </message>
    <message>
        <source>skip row</source>
        <translation>pular a linha</translation>
    </message>
    <message>
        <source>Texts are cleared, everything else stays as in the poster, unless something else is chosen.</source>
        <translation>Textos são limpos, o resto fica como no pôster, a menos que se escolha outra coisa.</translation>
    </message>
    <message>
        <source>Empty cells of %1</source>
        <translation>Células vazias de %1</translation>
    </message>
    <message>
        <source>always</source>
        <translation>sempre</translation>
    </message>
    <message>
        <source>Column that shows %1</source>
        <translation>Coluna que mostra %1</translation>
    </message>
</context>
<context>
    <name>haibao::ui::MergePage</name>
    <message>
        <source>Row %1</source>
        <translation>Linha %1</translation>
    </message>
    <message>
        <source>a file of that name is there already; choose another folder or name, or what to do with files that exist.</source>
        <translation>já existe um arquivo com esse nome; escolha outra pasta ou nome, ou o que fazer com os existentes.</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Pôster</translation>
    </message>
    <message>
        <source>Posters (*.haibao *.json)</source>
        <translation>Pôsteres (*.haibao *.json)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabela</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Tabelas (*.csv *.tsv *.txt);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lendo…</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulação</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n linha</numerusform>
            <numerusform>%n linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a poster in Create, or choose a poster file.</source>
        <translation>Abra um pôster em Criar ou escolha um arquivo de pôster.</translation>
    </message>
    <message>
        <source>Choose a table: a CSV file whose first row names the columns. Each row becomes a poster.</source>
        <translation>Escolha uma tabela: um CSV cuja primeira linha dá nome às colunas. Cada linha vira um pôster.</translation>
    </message>
    <message>
        <source>Reading the table…</source>
        <translation>Lendo a tabela…</translation>
    </message>
    <message>
        <source>Choose a column for at least one layer, or write {{column}} into a text of the poster.</source>
        <translation>Escolha uma coluna para ao menos uma camada, ou escreva {{coluna}} num texto do pôster.</translation>
    </message>
    <message>
        <source>Checking every row…</source>
        <translation>Verificando cada linha…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be made as they are.</source>
        <translation>
            <numerusform>%n linha não pode ser feita como está.</numerusform>
            <numerusform>%n linhas não podem ser feitas como estão.</numerusform>
        </translation>
    </message>
    <message>
        <source>All rows are sound.</source>
        <translation>Todas as linhas estão em ordem.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are skipped because of empty cells.</source>
        <translation>
            <numerusform>%n linha é pulada por ter células vazias.</numerusform>
            <numerusform>%n linhas são puladas por terem células vazias.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n row(s) with errors</source>
        <translation>
            <numerusform>Deixar de fora %n linha com erro</numerusform>
            <numerusform>Deixar de fora %n linhas com erro</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message numerus="yes">
        <source>Make %n poster(s)</source>
        <translation>
            <numerusform>Fazer %n pôster</numerusform>
            <numerusform>Fazer %n pôsteres</numerusform>
        </translation>
    </message>
    <message>
        <source>Make posters</source>
        <translation>Fazer pôsteres</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>Here a row is shown as it will come out.</source>
        <translation>Aqui se vê como uma linha vai ficar.</translation>
    </message>
    <message>
        <source>This row is skipped: a cell is empty that says so.</source>
        <translation>Esta linha é pulada: uma célula marcada para isso está vazia.</translation>
    </message>
    <message>
        <source>was there already</source>
        <translation>já existia</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>página %1</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>pulada</translation>
    </message>
    <message>
        <source>not made</source>
        <translation>não feito</translation>
    </message>
    <message numerus="yes">
        <source>%n poster(s) made</source>
        <translation>
            <numerusform>%n pôster feito</numerusform>
            <numerusform>%n pôsteres feitos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n de fora</numerusform>
            <numerusform>%n de fora</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n falhou</numerusform>
            <numerusform>%n falharam</numerusform>
        </translation>
    </message>
    <message>
        <source>Poster and table</source>
        <translation>Pôster e tabela</translation>
    </message>
    <message>
        <source>Choose a poster file…</source>
        <translation>Escolher um pôster…</translation>
    </message>
    <message>
        <source>Choose a table…</source>
        <translation>Escolher uma tabela…</translation>
    </message>
    <message>
        <source>Encoding of the table</source>
        <translation>Codificação da tabela</translation>
    </message>
    <message>
        <source>Encoding found out</source>
        <translation>Codificação detectada</translation>
    </message>
    <message>
        <source>First row names columns</source>
        <translation>A primeira linha nomeia as colunas</translation>
    </message>
    <message>
        <source>What fills what</source>
        <translation>O que preenche o quê</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Prévia</translation>
    </message>
    <message>
        <source>Row before</source>
        <translation>Linha anterior</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Próxima linha</translation>
    </message>
    <message>
        <source>Row </source>
        <translation>Linha </translation>
    </message>
    <message>
        <source>Row that is shown</source>
        <translation>Linha mostrada</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Próximo problema</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Arquivos</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Pasta…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Pasta</translation>
    </message>
    <message>
        <source>Names of the files</source>
        <translation>Nomes dos arquivos</translation>
    </message>
    <message>
        <source>{col:NAME} is a cell, {row:000} the row, {layer:NAME} a text of the poster; {doc} {title} {date:yyyyMMdd} {preset} as in Export</source>
        <translation>{col:NOME} é uma célula, {row:000} a linha, {layer:NOME} um texto do pôster; {doc} {title} {date:yyyyMMdd} {preset} como em Exportar</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Coluna</translation>
    </message>
    <message>
        <source>Put a column into the names</source>
        <translation>Pôr uma coluna nos nomes</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Predefinição</translation>
    </message>
    <message>
        <source>Files that exist</source>
        <translation>Arquivos existentes</translation>
    </message>
    <message>
        <source>stop if a file exists</source>
        <translation>parar se um arquivo existir</translation>
    </message>
    <message>
        <source>number names that exist</source>
        <translation>numerar nomes repetidos</translation>
    </message>
    <message>
        <source>replace files that exist</source>
        <translation>substituir arquivos existentes</translation>
    </message>
    <message>
        <source>All rows as the pages of one PDF</source>
        <translation>Todas as linhas como páginas de um PDF</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Linhas</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Pasta para os arquivos</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Abrir o relatório</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir a pasta</translation>
    </message>
    <message>
        <source>Nothing can be written as it stands; the list says why.</source>
        <translation>Assim nada pode ser gravado; a lista diz por quê.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) can be made but should be looked at.</source>
        <translation>
            <numerusform>%n linha pode ser feita, mas convém olhar.</numerusform>
            <numerusform>%n linhas podem ser feitas, mas convém olhar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” mends %n of them.</source>
        <translation>
            <numerusform>“%1” resolve %n delas.</numerusform>
            <numerusform>“%1” resolve %n delas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Set texts smaller that do not fit</source>
        <translation>Diminuir os textos que não cabem</translation>
    </message>
    <message>
        <source>A text that is too long for its box is made smaller, down to 40 % of its size; otherwise its row cannot be made.</source>
        <translation>Um texto longo demais para a caixa é diminuído, até 40 % do tamanho; do contrário a linha não pode ser feita.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with errors are left out.</source>
        <translation>
            <numerusform>%n linha com erros fica de fora.</numerusform>
            <numerusform>%n linhas com erros ficam de fora.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::ModelConvert</name>
    <message>
        <source>Convert a model</source>
        <translation>Converter um modelo</translation>
    </message>
    <message>
        <source>Fewer bits for each weight: the model takes less memory and paints a little differently. The one there is stays as it is.</source>
        <translation>Menos bits por peso: o modelo ocupa menos memória e pinta um pouco diferente. O que já existe fica como está.</translation>
    </message>
    <message>
        <source>How many bits</source>
        <translation>Quantos bits</translation>
    </message>
    <message>
        <source>Half the memory, hardly a difference</source>
        <translation>Metade da memória, quase sem diferença</translation>
    </message>
    <message>
        <source>Between a half and a third</source>
        <translation>Entre a metade e um terço</translation>
    </message>
    <message>
        <source>About a third, with more bits where errors show most</source>
        <translation>Cerca de um terço, com mais bits onde os erros mais aparecem</translation>
    </message>
    <message>
        <source>Little more than a quarter, the smallest</source>
        <translation>Pouco mais de um quarto, o menor</translation>
    </message>
    <message>
        <source>The same in a simple form, for devices that take no other</source>
        <translation>O mesmo em forma simples, para dispositivos que não aceitam outra</translation>
    </message>
    <message>
        <source>As many bits as now, in one file</source>
        <translation>Os mesmos bits de agora, em um só arquivo</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Converter</translation>
    </message>
    <message>
        <source>Looking into the folder…</source>
        <translation>Olhando a pasta…</translation>
    </message>
    <message>
        <source>There is a model called %1 already; remove that one first.</source>
        <translation>Já existe um modelo chamado %1; remova-o primeiro.</translation>
    </message>
    <message>
        <source>%1 are needed in Haibao&apos;s folder for models, %2 are free.</source>
        <translation>São necessários %1 na pasta de modelos do Haibao; há %2 livres.</translation>
    </message>
    <message>
        <source>Becomes %1, %2. An earlier run has begun it; it goes on there.</source>
        <translation>Será %1, %2. Uma execução anterior já começou; continua dali.</translation>
    </message>
    <message>
        <source>Becomes %1, %2.</source>
        <translation>Será %1, %2.</translation>
    </message>
    <message>
        <source>Converting: %1 of %2</source>
        <translation>Convertendo: %1 de %2</translation>
    </message>
    <message>
        <source>Stopped. What was written stays; Convert goes on from there.</source>
        <translation>Parado. O que foi gravado fica; Converter continua dali.</translation>
    </message>
    <message>
        <source>Done: %1, %2.</source>
        <translation>Pronto: %1, %2.</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ModelDialog</name>
    <message>
        <source>Paint with it from now on</source>
        <translation>Pintar com ele daqui em diante</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ModelImport</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… e mais %n</numerusform>
            <numerusform>… e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Fits: needs %1 of memory for a 1024 × 1024 picture.</source>
        <translation>Cabe: precisa de %1 de memória para uma imagem de 1024 × 1024.</translation>
    </message>
    <message>
        <source>Does not fit here: needs %1 of memory, this machine has %2.</source>
        <translation>Não cabe aqui: precisa de %1 de memória, esta máquina tem %2.</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Adicionar um modelo</translation>
    </message>
    <message>
        <source>Copy it into Haibao&apos;s folder (from a USB disk, for example)</source>
        <translation>Copiar para a pasta do Haibao (de um pen drive, por exemplo)</translation>
    </message>
    <message>
        <source>Leave it where it is; it must stay there</source>
        <translation>Deixar onde está; precisa continuar lá</translation>
    </message>
    <message>
        <source>Check and add</source>
        <translation>Verificar e adicionar</translation>
    </message>
    <message>
        <source>Looking into the folder…</source>
        <translation>Olhando a pasta…</translation>
    </message>
    <message>
        <source>%1 on disk, %2 free in Haibao&apos;s folder · SHA-256 %3…</source>
        <translation>%1 em disco, %2 livres na pasta do Haibao · SHA-256 %3…</translation>
    </message>
    <message>
        <source>There is a model called %1 already; remove that one first, or give this folder another name.</source>
        <translation>Já existe um modelo chamado %1; remova-o primeiro ou dê outro nome a esta pasta.</translation>
    </message>
    <message>
        <source>Copying, then reading every byte of the copy…</source>
        <translation>Copiando, depois lendo cada byte da cópia…</translation>
    </message>
    <message>
        <source>Reading every byte…</source>
        <translation>Lendo cada byte…</translation>
    </message>
    <message>
        <source>Added: every file and every value was read.</source>
        <translation>Adicionado: cada arquivo e cada valor foi lido.</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ModelNames</name>
    <message>
        <source>Built-in model</source>
        <translation>Modelo embutido</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Add a model folder…</source>
        <translation>Adicionar pasta de modelo…</translation>
    </message>
    <message>
        <source>comes with Haibao, made by this project; paints grounds, not words</source>
        <translation>vem com o Haibao, feito por este projeto; pinta fundos, não palavras</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Em uso</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Usar este</translation>
    </message>
    <message>
        <source>Check every byte</source>
        <translation>Verificar cada byte</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Remover…</translation>
    </message>
    <message>
        <source>Reading every weight…</source>
        <translation>Lendo todos os pesos…</translation>
    </message>
    <message>
        <source>Sound: every file and every value was read.</source>
        <translation>Íntegro: todos os arquivos e valores foram lidos.</translation>
    </message>
    <message>
        <source>Folder of a GLM-Image model</source>
        <translation>Pasta de um modelo GLM-Image</translation>
    </message>
    <message>
        <source>Haibao forgets this model; its folder stays where it is.</source>
        <translation>O Haibao esquece este modelo; a pasta fica onde está.</translation>
    </message>
    <message>
        <source>Remove the model?</source>
        <translation>Remover o modelo?</translation>
    </message>
    <message>
        <source>The model could not be removed</source>
        <translation>Não foi possível remover o modelo</translation>
    </message>
    <message>
        <source>%1 on disk · SHA-256 %2… · %3</source>
        <translation>%1 em disco · SHA-256 %2… · %3</translation>
    </message>
    <message>
        <source>Looking into the folder…</source>
        <translation>Olhando a pasta…</translation>
    </message>
    <message>
        <source>Convert…</source>
        <translation>Converter…</translation>
    </message>
    <message>
        <source>Write it in fewer bits, so that it takes less memory</source>
        <translation>Gravar com menos bits, para ocupar menos memória</translation>
    </message>
    <message>
        <source>%1 goes to the trash.</source>
        <translation>%1 vai para a lixeira.</translation>
    </message>
    <message>
        <source>Licence: %1 (%2)</source>
        <translation>Licença: %1 (%2)</translation>
    </message>
    <message>
        <source>It names no licence: ask where it comes from before you publish what it paints.</source>
        <translation>Não indica licença: verifique a origem antes de publicar o que ele pinta.</translation>
    </message>
    <message>
        <source>Licence: GPL-3.0-or-later, like Haibao; pictures made with it are yours</source>
        <translation>Licença: GPL-3.0-or-later, como o Haibao; as imagens feitas com ele são de quem as faz</translation>
    </message>
    <message>
        <source>added on %1</source>
        <translation>adicionado em %1</translation>
    </message>
</context>
<context>
    <name>haibao::ui::PicturePanel</name>
    <message>
        <source>Fill the frame</source>
        <translation>Preencher a moldura</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Mostrar inteira</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Esticar</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Desfoque</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Brilho</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Saturação</translation>
    </message>
    <message>
        <source>Painted by the model: %1, seed %2.</source>
        <translation>Pintada pelo modelo: %1, semente %2.</translation>
    </message>
    <message>
        <source>A picture that was not painted here.</source>
        <translation>Uma imagem que não foi pintada aqui.</translation>
    </message>
</context>
<context>
    <name>haibao::ui::PosterSession</name>
    <message>
        <source>Untitled</source>
        <translation>Sem título</translation>
    </message>
    <message>
        <source>%1 may only be read. Save the poster under another name to keep your changes.</source>
        <translation>%1 só pode ser lido. Salve o pôster com outro nome para manter as alterações.</translation>
    </message>
</context>
<context>
    <name>haibao::ui::PresetChanges</name>
    <message>
        <source>as the preset says</source>
        <translation>como na predefinição</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Longer side</source>
        <translation>Lado maior</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Resolução</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualidade</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>No arquivo</translation>
    </message>
    <message>
        <source>everything, also prompts</source>
        <translation>tudo, também prompts</translation>
    </message>
    <message>
        <source>authorship, no prompts</source>
        <translation>autoria, sem prompts</translation>
    </message>
    <message>
        <source>nothing but size and colours</source>
        <translation>só tamanho e cores</translation>
    </message>
    <message>
        <source>Changed for all presets</source>
        <translation>Alterado em todas as predefinições</translation>
    </message>
    <message>
        <source>Change for all presets</source>
        <translation>Alterar em todas as predefinições</translation>
    </message>
</context>
<context>
    <name>haibao::ui::PromptEdit</name>
    <message>
        <source>What should the poster show? Put words that must be read in quotes: “…”</source>
        <translation>O que o pôster deve mostrar? Ponha entre aspas as palavras que devem ser lidas: “…”</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Sem sugestões</translation>
    </message>
</context>
<context>
    <name>haibao::ui::PromptHistory</name>
    <message>
        <source>Look for a prompt</source>
        <translation>Procurar um prompt</translation>
    </message>
    <message>
        <source>Earlier prompts</source>
        <translation>Prompts anteriores</translation>
    </message>
    <message>
        <source>Enter uses · Ctrl+D or the heart keeps · Delete forgets</source>
        <translation>Enter usa · Ctrl+D ou o coração guarda · Delete esquece</translation>
    </message>
    <message>
        <source>Prompts you use will be kept here</source>
        <translation>Os prompts que você usa ficam aqui</translation>
    </message>
</context>
<context>
    <name>haibao::ui::PromptPanel</name>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Put the selected words in quotes: they become the poster&apos;s text</source>
        <translation>Pôr as palavras selecionadas entre aspas: viram o texto do pôster</translation>
    </message>
    <message>
        <source>Earlier prompts</source>
        <translation>Prompts anteriores</translation>
    </message>
    <message>
        <source>Reference pictures</source>
        <translation>Imagens de referência</translation>
    </message>
    <message>
        <source>Words in “quotes” become live text: always spelled right, and yours to move and style.</source>
        <translation>As palavras entre “aspas” viram texto vivo: sempre escrito certo, e seu para mover e estilizar.</translation>
    </message>
    <message>
        <source>Words on the poster</source>
        <translation>Palavras no pôster</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>Personalizado…</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidade</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largura</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Altura</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avançado</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>Variações</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Esboço</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Fina</translation>
    </message>
    <message>
        <source>How large the model paints; the page keeps its own size</source>
        <translation>O tamanho em que o modelo pinta; a página mantém o seu</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Pintura</translation>
    </message>
    <message>
        <source>as the model likes</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>Steps: more are more careful and slower</source>
        <translation>Passos: mais passos são mais cuidadosos e mais lentos</translation>
    </message>
    <message>
        <source>More careful</source>
        <translation>Mais cuidado</translation>
    </message>
    <message>
        <source>Guidance scale: how closely to follow the prompt; above 1 takes twice as long</source>
        <translation>Escala de orientação: o quanto seguir o prompt; acima de 1 demora o dobro</translation>
    </message>
    <message>
        <source>Follow more closely</source>
        <translation>Seguir mais de perto</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>Same picture again: keep this seed</source>
        <translation>A mesma imagem de novo: manter esta semente</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>Outra semente</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Gerar</translation>
    </message>
    <message>
        <source>Paint this (Ctrl+Enter)</source>
        <translation>Pintar isto (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>live text</source>
        <translation>texto vivo</translation>
    </message>
    <message>
        <source>painted by the model</source>
        <translation>pintado pelo modelo</translation>
    </message>
    <message>
        <source>both</source>
        <translation>os dois</translation>
    </message>
    <message>
        <source>How “%1” comes onto the poster</source>
        <translation>Como “%1” entra no pôster</translation>
    </message>
    <message>
        <source>Keep this prompt as a favourite</source>
        <translation>Guardar este prompt como favorito</translation>
    </message>
    <message>
        <source>Every step</source>
        <translation>Todos os passos</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Equilibrada</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Rápida</translation>
    </message>
    <message>
        <source>Many steps (a dozen and more) need not all be computed: Balanced guesses those that change little from the ones before, Fast more of them</source>
        <translation>Com muitos passos (uma dúzia ou mais) nem todos precisam ser calculados: Equilibrada estima os que mudam pouco em relação aos anteriores, Rápida estima mais</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidade</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Passos</translation>
    </message>
    <message numerus="yes">
        <source>A picture of %n step(s) has none to leave out: the first two and the last are always computed. From %1 steps on a speed can be chosen; it pays from a dozen.</source>
        <translation>
            <numerusform>Uma imagem de %n passo não tem nenhum a omitir: os dois primeiros e o último são sempre calculados. A partir de %1 passos pode-se escolher a velocidade; compensa a partir de uma dúzia.</numerusform>
            <numerusform>Uma imagem de %n passos não tem nenhum a omitir: os dois primeiros e o último são sempre calculados. A partir de %1 passos pode-se escolher a velocidade; compensa a partir de uma dúzia.</numerusform>
        </translation>
    </message>
    <message>
        <source>At most %L1 %2</source>
        <translation>No máximo %L1 %2</translation>
    </message>
    <message>
        <source>A page has at most %L1 × %L2 pixels: a larger one could not be painted.</source>
        <translation>Uma página tem no máximo %L1 × %L2 pixels: uma maior não poderia ser pintada.</translation>
    </message>
    <message>
        <source>A side has at most %L1 mm: no PDF page is larger.</source>
        <translation>Um lado tem no máximo %L1 mm: nenhuma página de PDF é maior.</translation>
    </message>
    <message>
        <source>Stop painting (Esc)</source>
        <translation>Parar de pintar (Esc)</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ProofDialog</name>
    <message>
        <source>Right</source>
        <translation>Certo</translation>
    </message>
    <message>
        <source>Wrong characters</source>
        <translation>Caracteres errados</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Nobody asked for it</source>
        <translation>Ninguém pediu</translation>
    </message>
    <message>
        <source>Too small to be judged</source>
        <translation>Pequeno demais para avaliar</translation>
    </message>
    <message>
        <source>The font lacks characters</source>
        <translation>A fonte não tem caracteres</translation>
    </message>
    <message>
        <source>Does not fit its box</source>
        <translation>Não cabe na caixa</translation>
    </message>
    <message>
        <source>Reaches over the edge of the page</source>
        <translation>Passa da borda da página</translation>
    </message>
    <message>
        <source>Close to the edge, where it may be trimmed</source>
        <translation>Perto da borda, onde pode ser refilado</translation>
    </message>
    <message>
        <source>Covered by what lies above</source>
        <translation>Coberto pelo que está acima</translation>
    </message>
    <message>
        <source>Hard to read on its ground</source>
        <translation>Difícil de ler sobre o fundo</translation>
    </message>
    <message>
        <source>Stands on another text</source>
        <translation>Sobre outro texto</translation>
    </message>
    <message>
        <source>Wrong characters: “%1” is shown</source>
        <translation>Caracteres errados: aparece “%1”</translation>
    </message>
    <message>
        <source>Right, contrast %1</source>
        <translation>Certo, contraste %1</translation>
    </message>
    <message>
        <source>Check text</source>
        <translation>Revisar texto</translation>
    </message>
    <message>
        <source>Texts of the poster</source>
        <translation>Textos do pôster</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Revisar de novo</translation>
    </message>
    <message>
        <source>Paint again</source>
        <translation>Pintar de novo</translation>
    </message>
    <message>
        <source>Paint the picture anew: only the seed changes</source>
        <translation>Pintar a imagem de novo: só muda a semente</translation>
    </message>
    <message>
        <source>Replace by live text</source>
        <translation>Trocar por texto vivo</translation>
    </message>
    <message>
        <source>Take the wrong words out of the picture and set them as live text in their place</source>
        <translation>Tirar as palavras erradas da imagem e pô-las como texto vivo no lugar</translation>
    </message>
    <message>
        <source>Reading the texts…</source>
        <translation>Lendo os textos…</translation>
    </message>
    <message>
        <source>There are no texts to check. Painted words are checked where the picture says which ones were asked for.</source>
        <translation>Não há textos a verificar. Palavras pintadas são verificadas quando a imagem diz quais foram pedidas.</translation>
    </message>
    <message>
        <source>All texts are as they should be.</source>
        <translation>Todos os textos estão como devem.</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) should be looked at.</source>
        <translation>
            <numerusform>%n texto merece atenção.</numerusform>
            <numerusform>%n textos merecem atenção.</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking the words out of the picture…</source>
        <translation>Tirando as palavras da imagem…</translation>
    </message>
</context>
<context>
    <name>haibao::ui::PropertiesPanel</name>
    <message>
        <source>Left</source>
        <translation>Esquerda</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Topo</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largura</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Altura</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Rotação</translation>
    </message>
    <message>
        <source>Select something on the poster to change it.

T adds text, Shift+T vertical text.</source>
        <translation>Selecione algo no pôster para mudar.

T adiciona texto, Shift+T texto vertical.</translation>
    </message>
    <message>
        <source>in pixels</source>
        <translation>em pixels</translation>
    </message>
    <message>
        <source>in millimetres</source>
        <translation>em milímetros</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Posição</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Cor</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) selected</source>
        <translation>
            <numerusform>%n camada selecionada</numerusform>
            <numerusform>%n camadas selecionadas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::QuickLook</name>
    <message>
        <source>Quick look</source>
        <translation>Visualização rápida</translation>
    </message>
</context>
<context>
    <name>haibao::ui::RatingBar</name>
    <message>
        <source>Red</source>
        <translation>Vermelho</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Laranja</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Amarelo</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Roxo</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Cinza</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>Sem rótulo</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n estrela</numerusform>
            <numerusform>%n estrelas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::ReferenceList</name>
    <message numerus="yes">
        <source>%n reference picture(s) at most; take one away first.</source>
        <translation>
            <numerusform>No máximo %n imagem de referência; tire uma antes.</numerusform>
            <numerusform>No máximo %n imagens de referência; tire uma antes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reference picture %1</source>
        <translation>Imagem de referência %1</translation>
    </message>
    <message>
        <source>Add a reference picture: the new one keeps its layout. Drop or paste one here, too.</source>
        <translation>Adicionar imagem de referência: a nova mantém a composição. Também pode soltar ou colar aqui.</translation>
    </message>
    <message>
        <source>Add a reference picture</source>
        <translation>Adicionar imagem de referência</translation>
    </message>
    <message>
        <source>Reference pictures</source>
        <translation>Imagens de referência</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.avif);;All files (*)</source>
        <translation>Imagens (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.avif);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>The picture could not be taken over; is the disk full?</source>
        <translation>Não foi possível receber a imagem; o disco está cheio?</translation>
    </message>
    <message>
        <source>Take this reference picture away</source>
        <translation>Remover esta imagem de referência</translation>
    </message>
    <message>
        <source>Take reference picture %1 away</source>
        <translation>Remover a imagem de referência %1</translation>
    </message>
    <message numerus="yes">
        <source>%n reference picture(s) guide the new one.</source>
        <translation>
            <numerusform>%n imagem de referência orienta a nova.</numerusform>
            <numerusform>%n imagens de referência orientam a nova.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::RepaintMode</name>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>Take marks away</source>
        <translation>Apagar marcas</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marcar</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ResultStrip</name>
    <message>
        <source>Results and queue</source>
        <translation>Resultados e fila</translation>
    </message>
    <message>
        <source>Use as background</source>
        <translation>Usar como fundo</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>Tirar a estrela</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Marcar com estrela</translation>
    </message>
    <message>
        <source>Use this seed</source>
        <translation>Usar esta semente</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Pictures you generate appear here. One click puts one under your text.</source>
        <translation>As imagens geradas aparecem aqui. Um clique põe uma sob o seu texto.</translation>
    </message>
    <message>
        <source>Try again on the processor</source>
        <translation>Tentar de novo no processador</translation>
    </message>
    <message>
        <source>Try again smaller, %1 × %2</source>
        <translation>Tentar de novo menor, %1 × %2</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ScenePanel</name>
    <message>
        <source>Subject</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Estilo</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Hora do dia</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Atmosfera</translation>
    </message>
    <message>
        <source>Composition</source>
        <translation>Composição</translation>
    </message>
    <message>
        <source>Another arrangement</source>
        <translation>Outro arranjo</translation>
    </message>
    <message>
        <source>A template drawn by Haibao: sharp at any size, every colour can be changed.</source>
        <translation>Um modelo desenhado pelo Haibao: nítido em qualquer tamanho, todas as cores podem mudar.</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ShapePanel</name>
    <message>
        <source>Fill</source>
        <translation>Preenchimento</translation>
    </message>
    <message>
        <source>Stroke colour</source>
        <translation>Cor do contorno</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>Contorno</translation>
    </message>
    <message>
        <source>Corner radius</source>
        <translation>Raio dos cantos</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>Atalhos</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Ação</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” already.</source>
        <translation>%1 já pertence a “%2”.</translation>
    </message>
    <message>
        <source>Back to the usual ones</source>
        <translation>Voltar aos padrões</translation>
    </message>
</context>
<context>
    <name>haibao::ui::SidePanel</name>
    <message>
        <source>Albums, saved searches and tags</source>
        <translation>Álbuns, buscas salvas e etiquetas</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>Todas as imagens</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Com estrelas</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 dias</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Lixeira</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Álbuns</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Buscas salvas</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n imagem</numerusform>
            <numerusform>%n imagens</numerusform>
        </translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Salvar esta busca</translation>
    </message>
    <message>
        <source>Name of the search “%1”</source>
        <translation>Nome da busca “%1”</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renomear</translation>
    </message>
    <message>
        <source>Forget this search</source>
        <translation>Esquecer esta busca</translation>
    </message>
    <message>
        <source>Delete the album</source>
        <translation>Excluir o álbum</translation>
    </message>
    <message>
        <source>Take the selection out of it</source>
        <translation>Tirar a seleção dele</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>Esvaziar a lixeira…</translation>
    </message>
    <message>
        <source>Delete the album?</source>
        <translation>Excluir o álbum?</translation>
    </message>
    <message>
        <source>“%1” is deleted; the pictures in it stay.</source>
        <translation>“%1” é excluído; as imagens ficam.</translation>
    </message>
    <message>
        <source>Empty the trash?</source>
        <translation>Esvaziar a lixeira?</translation>
    </message>
    <message>
        <source>The pictures in the trash are deleted for good.</source>
        <translation>As imagens da lixeira são excluídas para sempre.</translation>
    </message>
</context>
<context>
    <name>haibao::ui::SizePresets</name>
    <message>
        <source>Square 1:1 · 1080 × 1080</source>
        <translation>Quadrado 1:1 · 1080 × 1080</translation>
    </message>
    <message>
        <source>Xiaohongshu 3:4 · 1080 × 1440</source>
        <translation>Xiaohongshu 3:4 · 1080 × 1440</translation>
    </message>
    <message>
        <source>Phone 9:16 · 1080 × 1920</source>
        <translation>Celular 9:16 · 1080 × 1920</translation>
    </message>
    <message>
        <source>Screen 16:9 · 1920 × 1080</source>
        <translation>Tela 16:9 · 1920 × 1080</translation>
    </message>
    <message>
        <source>WeChat cover 2.35:1 · 900 × 383</source>
        <translation>Capa do WeChat 2.35:1 · 900 × 383</translation>
    </message>
    <message>
        <source>A4 print · 210 × 297 mm</source>
        <translation>A4 impresso · 210 × 297 mm</translation>
    </message>
    <message>
        <source>A3 print · 297 × 420 mm</source>
        <translation>A3 impresso · 297 × 420 mm</translation>
    </message>
    <message>
        <source>A2 print · 420 × 594 mm</source>
        <translation>A2 impresso · 420 × 594 mm</translation>
    </message>
    <message>
        <source>Banner · 800 × 2000 mm</source>
        <translation>Banner · 800 × 2000 mm</translation>
    </message>
    <message>
        <source>Instagram 4:5 · 1080 × 1350</source>
        <translation>Instagram 4:5 · 1080 × 1350</translation>
    </message>
</context>
<context>
    <name>haibao::ui::StripModel</name>
    <message>
        <source>Seed %1</source>
        <translation>Semente %1</translation>
    </message>
    <message>
        <source>Click to try again.</source>
        <translation>Clique para tentar de novo.</translation>
    </message>
</context>
<context>
    <name>haibao::ui::Studio</name>
    <message>
        <source>getting ready</source>
        <translation>preparando</translation>
    </message>
    <message>
        <source>looking at the references</source>
        <translation>olhando as referências</translation>
    </message>
    <message>
        <source>composing %1 %</source>
        <translation>compondo %1 %</translation>
    </message>
    <message>
        <source>painting %1/%2</source>
        <translation>pintando %1/%2</translation>
    </message>
    <message>
        <source>finishing</source>
        <translation>finalizando</translation>
    </message>
    <message>
        <source> · %1 left</source>
        <translation> · faltam %1</translation>
    </message>
    <message>
        <source>Another Haibao works through this library&apos;s queue; new pictures are made there.</source>
        <translation>Outro Haibao está cuidando da fila desta biblioteca; as novas imagens são feitas lá.</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>aguardando</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>cancelling…</source>
        <translation>cancelando…</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>cerca de %1</translation>
    </message>
    <message>
        <source>The library in %1 may only be read: its pictures can be seen, but nothing new is made there.</source>
        <translation>A biblioteca em %1 só pode ser lida: as imagens podem ser vistas, mas nada novo é feito lá.</translation>
    </message>
    <message>
        <source>The queue is paused.</source>
        <translation>A fila está em pausa.</translation>
    </message>
    <message>
        <source>the first picture shows how long it takes here</source>
        <translation>a primeira imagem mostra quanto demora aqui</translation>
    </message>
    <message>
        <source>fits: %1 of %2 free</source>
        <translation>cabe: %1 de %2 livres</translation>
    </message>
    <message>
        <source>⚠ may not fit: needs %1, %2 are free. Close other programs or paint “quick”.</source>
        <translation>⚠ pode não caber: precisa de %1, há %2 livres. Feche outros programas ou escolha “Esboço”.</translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation>precisa de %1</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of the library are not in its folder any more; they come back when their files do.</source>
        <translation>
            <numerusform>%n imagem da biblioteca não está mais na pasta; volta quando o arquivo voltar.</numerusform>
            <numerusform>%n imagens da biblioteca não estão mais na pasta; voltam quando os arquivos voltarem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing picture(s) are there again.</source>
        <translation>
            <numerusform>%n imagem que faltava está de volta.</numerusform>
            <numerusform>%n imagens que faltavam estão de volta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) that lay in the library&apos;s folder were taken in.</source>
        <translation>
            <numerusform>%n imagem que estava na pasta da biblioteca foi incluída.</numerusform>
            <numerusform>%n imagens que estavam na pasta da biblioteca foram incluídas.</numerusform>
        </translation>
    </message>
    <message>
        <source>comes next</source>
        <translation>é o próximo</translation>
    </message>
    <message>
        <source>The picture could not be painted.</source>
        <translation>A imagem não pôde ser pintada.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>next</source>
        <translation>a seguir</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>This model reads %L1 tokens beside a picture of this size, and the prompt has %L2: it is too long by about %L3 %. Shorten it.</source>
        <translation>Neste tamanho o modelo lê %L1 tokens, e o prompt tem %L2: passa em cerca de %L3%. Encurte-o.</translation>
    </message>
    <message>
        <source>about %1 a poster</source>
        <translation>cerca de %1 por pôster</translation>
    </message>
</context>
<context>
    <name>haibao::ui::StyleGallery</name>
    <message>
        <source>Styles</source>
        <translation>Estilos</translation>
    </message>
    <message>
        <source>Keep this text&apos;s style under a name</source>
        <translation>Guardar o estilo deste texto com um nome</translation>
    </message>
    <message>
        <source>Keep this style</source>
        <translation>Guardar estilo</translation>
    </message>
    <message>
        <source>Name of the style</source>
        <translation>Nome do estilo</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>Usar “%1”</translation>
    </message>
    <message>
        <source>Take over the selected text&apos;s style</source>
        <translation>Adotar o estilo do texto selecionado</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renomear…</translation>
    </message>
    <message>
        <source>Rename the style</source>
        <translation>Renomear o estilo</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
</context>
<context>
    <name>haibao::ui::Suggestions</name>
    <message>
        <source>This model knows, among others:</source>
        <translation>Este modelo conhece, entre outras:</translation>
    </message>
    <message>
        <source>All words it knows</source>
        <translation>Todas as palavras que conhece</translation>
    </message>
    <message>
        <source>It does not know %1, and paints what it knows instead.</source>
        <translation>Ele não conhece %1 e pinta no lugar o que conhece.</translation>
    </message>
</context>
<context>
    <name>haibao::ui::TemplateDrawer</name>
    <message>
        <source>Any subject</source>
        <translation>Qualquer tema</translation>
    </message>
    <message>
        <source>Any colours</source>
        <translation>Quaisquer cores</translation>
    </message>
    <message>
        <source>Any style</source>
        <translation>Qualquer estilo</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Estilo</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modelos prontos</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Outros</translation>
    </message>
    <message>
        <source>Template drawn by Haibao. Click: becomes the background.</source>
        <translation>Modelo pronto, desenhado pelo Haibao. Clique: vira o fundo.</translation>
    </message>
    <message>
        <source>Use as background</source>
        <translation>Usar como fundo</translation>
    </message>
    <message>
        <source>Use as reference picture</source>
        <translation>Usar como imagem de referência</translation>
    </message>
</context>
<context>
    <name>haibao::ui::TextBar</name>
    <message>
        <source>Smaller</source>
        <translation>Menor</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Maior</translation>
    </message>
    <message>
        <source>Horizontal or vertical</source>
        <translation>Horizontal ou vertical</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Alinhamento</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Cor</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Corpo</translation>
    </message>
</context>
<context>
    <name>haibao::ui::TextEditing</name>
    <message>
        <source>Typing</source>
        <translation>Digitação</translation>
    </message>
    <message>
        <source>Delete text</source>
        <translation>Excluir texto</translation>
    </message>
    <message>
        <source>Letter spacing</source>
        <translation>Espaço entre letras</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>Altura da linha</translation>
    </message>
    <message>
        <source>Remove empty text</source>
        <translation>Remover texto vazio</translation>
    </message>
    <message>
        <source>A text layer holds at most %L1 characters; the last %L2 were left out.</source>
        <translation>Uma camada de texto comporta no máximo %L1 caracteres; os últimos %L2 ficaram de fora.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Colar</translation>
    </message>
</context>
<context>
    <name>haibao::ui::TextFindings</name>
    <message>
        <source>The font “%1” is not installed; another one stands in for it.</source>
        <translation>A fonte “%1” não está instalada; outra a substitui.</translation>
    </message>
    <message>
        <source>“%2” has no %1; another font stands in.</source>
        <translation>“%2” não tem %1; outra fonte a substitui.</translation>
    </message>
    <message>
        <source>No installed font has it. Install one that does, or choose other words.</source>
        <translation>Nenhuma fonte instalada o tem. Instale uma que tenha ou escolha outras palavras.</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Usar %1</translation>
    </message>
    <message>
        <source>Take them from %1</source>
        <translation>Buscá-los em %1</translation>
    </message>
    <message>
        <source>Sets the whole text in a font that has every character of it</source>
        <translation>Põe todo o texto numa fonte que tem todos os caracteres</translation>
    </message>
    <message>
        <source>Keeps the font; only what it lacks comes from another one</source>
        <translation>Mantém a fonte; só o que falta vem de outra</translation>
    </message>
    <message>
        <source>Whole text in %1</source>
        <translation>Texto todo em %1</translation>
    </message>
    <message>
        <source>Only %1 from %2</source>
        <translation>Só %1 de %2</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Fonte</translation>
    </message>
    <message>
        <source>Font for missing characters</source>
        <translation>Fonte para caracteres ausentes</translation>
    </message>
    <message>
        <source>Move it clear</source>
        <translation>Afastar dos outros</translation>
    </message>
    <message>
        <source>Moves this text to the nearest place that is free of other texts, smaller where it needs to be</source>
        <translation>Move este texto para o lugar livre mais próximo, menor onde for preciso</translation>
    </message>
    <message>
        <source>Readable colour</source>
        <translation>Cor legível</translation>
    </message>
    <message>
        <source>Takes the colour of another text, or a tone of the background that can be read on it</source>
        <translation>Usa a cor de outro texto, ou um tom do fundo que se leia sobre ele</translation>
    </message>
</context>
<context>
    <name>haibao::ui::TextPanel</name>
    <message>
        <source>Words</source>
        <translation>Palavras</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Digitação</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Fonte</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Corpo</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Horizontal text</source>
        <translation>Texto horizontal</translation>
    </message>
    <message>
        <source>Vertical text, columns from right to left</source>
        <translation>Texto vertical, colunas da direita para a esquerda</translation>
    </message>
    <message>
        <source>Align to the start</source>
        <translation>Alinhar ao início</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Centralizar</translation>
    </message>
    <message>
        <source>Align to the end</source>
        <translation>Alinhar ao fim</translation>
    </message>
    <message>
        <source>Justify</source>
        <translation>Justificar</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>Altura da linha</translation>
    </message>
    <message>
        <source>Letter spacing</source>
        <translation>Espaço entre letras</translation>
    </message>
    <message>
        <source> em</source>
        <translation> em</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Sublinhado</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Alinhamento</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Cor</translation>
    </message>
    <message>
        <source>Second colour</source>
        <translation>Segunda cor</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Degradê</translation>
    </message>
    <message>
        <source>Stroke colour</source>
        <translation>Cor do contorno</translation>
    </message>
    <message>
        <source>Second stroke&apos;s colour</source>
        <translation>Cor do segundo contorno</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>Contorno</translation>
    </message>
    <message>
        <source>Second stroke</source>
        <translation>Segundo contorno</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Sombra</translation>
    </message>
    <message>
        <source>Shadow colour</source>
        <translation>Cor da sombra</translation>
    </message>
    <message>
        <source>Shadow to the right</source>
        <translation>Sombra para a direita</translation>
    </message>
    <message>
        <source>Shadow downwards</source>
        <translation>Sombra para baixo</translation>
    </message>
    <message>
        <source>Softness</source>
        <translation>Suavidade</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Preenchimento</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Segundo</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Deslocamento</translation>
    </message>
    <message>
        <source>One line, no box</source>
        <translation>Uma linha, sem caixa</translation>
    </message>
    <message>
        <source>Fixed box</source>
        <translation>Caixa fixa</translation>
    </message>
    <message>
        <source>Box grows</source>
        <translation>Caixa cresce</translation>
    </message>
    <message>
        <source>Text shrinks to fit</source>
        <translation>Texto encolhe para caber</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>Rigorosas</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Loose</source>
        <translation>Frouxas</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>Line breaking rules (kinsoku): which marks may not begin or end a line</source>
        <translation>Regras de quebra de linha (kinsoku): que sinais não podem começar ou terminar uma linha</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desligado</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Tudo</translation>
    </message>
    <message>
        <source>Numbers of 2 digits</source>
        <translation>Números de 2 dígitos</translation>
    </message>
    <message>
        <source>Numbers up to 4 digits</source>
        <translation>Números de até 4 dígitos</translation>
    </message>
    <message>
        <source>Numbers upright within a column (tate-chu-yoko)</source>
        <translation>Números de pé dentro da coluna (tate-chu-yoko)</translation>
    </message>
    <message>
        <source>When needed</source>
        <translation>Quando preciso</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Sempre</translation>
    </message>
    <message>
        <source>Commas and full stops may hang out of the line&apos;s end</source>
        <translation>Vírgulas e pontos podem ficar pendurados além do fim da linha</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Caixa</translation>
    </message>
    <message>
        <source>Line breaks</source>
        <translation>Quebras de linha</translation>
    </message>
    <message>
        <source>Numbers upright</source>
        <translation>Números de pé</translation>
    </message>
    <message>
        <source>Hanging marks</source>
        <translation>Pontuação pendente</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Estilo</translation>
    </message>
    <message>
        <source>Warp</source>
        <translation>Deformar</translation>
    </message>
    <message>
        <source>Bend</source>
        <translation>Curvar</translation>
    </message>
    <message>
        <source>Bend on the poster by handles (W)</source>
        <translation>Deformar no pôster por alças (W)</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Direção</translation>
    </message>
</context>
<context>
    <name>haibao::ui::TextPresets</name>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Subtítulo</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Texto corrido</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Cinnabar</source>
        <translation>Cinábrio</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pincel</translation>
    </message>
    <message>
        <source>Soft light</source>
        <translation>Luz suave</translation>
    </message>
    <message>
        <source>Neon</source>
        <translation>Neon</translation>
    </message>
    <message>
        <source>Outlined block</source>
        <translation>Bloco contornado</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Ouro</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Adesivo</translation>
    </message>
    <message>
        <source>Hollow</source>
        <translation>Vazado</translation>
    </message>
    <message>
        <source>Dawn</source>
        <translation>Aurora</translation>
    </message>
    <message>
        <source>Double line</source>
        <translation>Linha dupla</translation>
    </message>
</context>
<context>
    <name>haibao::ui::WarpMode</name>
    <message>
        <source>Warp</source>
        <translation>Deformar</translation>
    </message>
</context>
</TS>
