<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>QObject</name>
    <message>
        <source> pt</source>
        <translation> pt</translation>
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
        <translation>Imagens e cartazes a exportar</translation>
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
        <translation>Imagens e cartazes</translation>
    </message>
    <message>
        <source>Posters and pictures (*.haibao *.png *.jpg *.jpeg *.webp);;All files (*)</source>
        <translation>Cartazes e imagens (*.haibao *.png *.jpg *.jpeg *.webp);;Todos os arquivos (*)</translation>
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
        <translation>numerar nomes que já existem</translation>
    </message>
    <message>
        <source>leave files that exist</source>
        <translation>manter os que já existem</translation>
    </message>
    <message>
        <source>replace files that exist</source>
        <translation>substituir os que já existem</translation>
    </message>
    <message>
        <source>replace older files</source>
        <translation>substituir os mais antigos</translation>
    </message>
    <message>
        <source>Files that exist</source>
        <translation>Arquivos que já existem</translation>
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
        <translation><numerusform>%n arquivo</numerusform><numerusform>%n arquivos</numerusform></translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Pasta para os arquivos</translation>
    </message>
    <message>
        <source>Choose pictures or posters on the left; the gallery's Export brings a selection here.</source>
        <translation>Escolha imagens ou cartazes à esquerda; o Exportar da galeria traz a seleção para cá.</translation>
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
        <translation><numerusform>%n arquivo feito</numerusform><numerusform>%n arquivos feitos</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n kept as they were</source>
        <translation><numerusform>%n ficou como estava</numerusform><numerusform>%n ficaram como estavam</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation><numerusform>%n falhou</numerusform><numerusform>%n falharam</numerusform></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Salvar o relatório</translation>
    </message>
    <message>
        <source>The report could not be saved</source>
        <translation>Não foi possível salvar o relatório</translation>
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
        <translation>Cartaz</translation>
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
</context>
<context>
    <name>haibao::ui::CreatePage</name>
    <message>
        <source>Page size</source>
        <translation>Tamanho da página</translation>
    </message>
    <message>
        <source>Dropped. Edit → Bring back undoes it.</source>
        <translation>Descartada. Editar → Trazer de volta desfaz.</translation>
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
        <translation>Não foi possível abrir o cartaz</translation>
    </message>
    <message>
        <source>Keep this poster?</source>
        <translation>Guardar este cartaz?</translation>
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
        <translation>Salvar o cartaz</translation>
    </message>
    <message>
        <source>Posters (*.haibao)</source>
        <translation>Cartazes (*.haibao)</translation>
    </message>
    <message>
        <source>The poster could not be saved</source>
        <translation>Não foi possível salvar o cartaz</translation>
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
        <source>Autumn poster: misty mountains and a red sun, title “Mountain Wind”, date “16 August”</source>
        <translation>Cartaz de outono: montanhas na neblina e um sol vermelho, título “Vento da Serra”, data “16 de agosto”</translation>
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
        <translation>Abrir como cartaz</translation>
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
    <message numerus="yes">
        <source>%n picture(s) selected</source>
        <translation><numerusform>%n imagem selecionada</numerusform><numerusform>%n imagens selecionadas</numerusform></translation>
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
        <source>The file cannot be shown.</source>
        <translation>Não é possível mostrar o arquivo.</translation>
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
        <source>Made from %1, used for %2, exported %3 time(s)</source>
        <translation>Feita de %1, usada em %2, exportada %3 vez(es)</translation>
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
        <translation>conforme a predefinição</translation>
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
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation><numerusform>%n imagem</numerusform><numerusform>%n imagens</numerusform></translation>
    </message>
    <message>
        <source>Nothing here yet.
Pictures you generate are kept here; others can be imported.</source>
        <translation>Nada aqui ainda.
As imagens geradas ficam guardadas aqui; outras podem ser importadas.</translation>
    </message>
    <message>
        <source>No picture matches “%1”.</source>
        <translation>Nenhuma imagem corresponde a “%1”.</translation>
    </message>
    <message>
        <source>Albums and tags</source>
        <translation>Álbuns e etiquetas</translation>
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
        <source>All pictures</source>
        <translation>Todas as imagens</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Com estrela</translation>
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
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) in the trash. Ctrl+Z brings back.</source>
        <translation><numerusform>%n imagem na lixeira. Ctrl+Z traz de volta.</numerusform><numerusform>%n imagens na lixeira. Ctrl+Z traz de volta.</numerusform></translation>
    </message>
    <message>
        <source>Open as poster</source>
        <translation>Abrir como cartaz</translation>
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
        <translation>Trazer de volta da lixeira</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Mover para a lixeira</translation>
    </message>
    <message>
        <source>Folder with pictures to import</source>
        <translation>Pasta com imagens para importar</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n picture(s) imported</source>
        <translation><numerusform>%n imagem importada</numerusform><numerusform>%n imagens importadas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n were in the library already</source>
        <translation><numerusform>%n já estava na biblioteca</numerusform><numerusform>%n já estavam na biblioteca</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n lost file(s) found again</source>
        <translation><numerusform>%n arquivo perdido reencontrado</numerusform><numerusform>%n arquivos perdidos reencontrados</numerusform></translation>
    </message>
    <message>
        <source>Stopped; the next import of this folder goes on from here.</source>
        <translation>Parado; a próxima importação desta pasta continua daqui.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation><numerusform>… e mais %n</numerusform><numerusform>… e mais %n</numerusform></translation>
    </message>
    <message>
        <source>Import pictures</source>
        <translation>Importar imagens</translation>
    </message>
    <message>
        <source>From %1 and the folders in it. Prompts of A1111, ComfyUI, InvokeAI, Fooocus and SwarmUI are read.</source>
        <translation>De %1 e das pastas dentro dela. Os prompts do A1111, ComfyUI, InvokeAI, Fooocus e SwarmUI são lidos.</translation>
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
</context>
<context>
    <name>haibao::ui::LayerActions</name>
    <message>
        <source>Use template as background</source>
        <translation>Usar modelo como fundo</translation>
    </message>
    <message>
        <source>Make poster</source>
        <translation>Fazer cartaz</translation>
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
        <translation>Tela</translation>
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
        <translation>&amp;Novo cartaz</translation>
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
        <translation>Cartazes e imagens (*.haibao *.png *.jpg *.jpeg *.webp);;Todos os arquivos (*)</translation>
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
        <translation>&amp;Fechar cartaz</translation>
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
        <translation>&amp;Trazer de volta a imagem descartada</translation>
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
        <translation>&lt;h3&gt;Haibao 海报 %1&lt;/h3&gt;&lt;p&gt;Cartazes feitos na sua própria máquina. Nada é enviado a lugar nenhum.&lt;/p&gt;&lt;p&gt;Software livre sob a Licença Pública Geral GNU, versão 3 ou posterior.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 – Haibao</source>
        <translation>%1 – Haibao</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Exportado: %1</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ModelsPage</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation><numerusform>… e mais %n</numerusform><numerusform>… e mais %n</numerusform></translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Add a model folder…</source>
        <translation>Adicionar pasta de modelo…</translation>
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
        <source>%1 on disk · %2</source>
        <translation>%1 em disco · %2</translation>
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
        <source>Reading every weight… %1 %</source>
        <translation>Lendo todos os pesos… %1 %</translation>
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
        <source>This folder cannot be used</source>
        <translation>Esta pasta não pode ser usada</translation>
    </message>
    <message>
        <source>The model could not be added</source>
        <translation>Não foi possível adicionar o modelo</translation>
    </message>
    <message>
        <source>Haibao forgets this model; its folder stays where it is.</source>
        <translation>O Haibao esquece este modelo; a pasta fica onde está.</translation>
    </message>
    <message>
        <source>The folder %1 goes to the trash.</source>
        <translation>A pasta %1 vai para a lixeira.</translation>
    </message>
    <message>
        <source>Remove the model?</source>
        <translation>Remover o modelo?</translation>
    </message>
    <message>
        <source>The model could not be removed</source>
        <translation>Não foi possível remover o modelo</translation>
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
</context>
<context>
    <name>haibao::ui::PosterSession</name>
    <message>
        <source>Untitled</source>
        <translation>Sem título</translation>
    </message>
</context>
<context>
    <name>haibao::ui::PromptEdit</name>
    <message>
        <source>What should the poster show? Put words that must be read in quotes: “…”</source>
        <translation>O que o cartaz deve mostrar? Ponha entre aspas as palavras que devem ser lidas: “…”</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
</context>
<context>
    <name>haibao::ui::PromptPanel</name>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Put the selected words in quotes: they become the poster's text</source>
        <translation>Pôr as palavras selecionadas entre aspas: viram o texto do cartaz</translation>
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
        <translation>Palavras no cartaz</translation>
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
        <translation>Rápida</translation>
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
        <translation>como o modelo preferir</translation>
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
        <translation>Como “%1” entra no cartaz</translation>
    </message>
    <message>
        <source>Prompts you use will be kept here</source>
        <translation>Os prompts que você usar ficam guardados aqui</translation>
    </message>
    <message>
        <source>This model knows: %1</source>
        <translation>Este modelo conhece: %1</translation>
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
        <translation>Selecione algo no cartaz para mudar.

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
</context>
<context>
    <name>haibao::ui::QuickLook</name>
    <message>
        <source>Quick look</source>
        <translation>Visualização rápida</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ReferenceList</name>
    <message numerus="yes">
        <source>%n reference picture(s) at most; take one away first.</source>
        <translation><numerusform>No máximo %n imagem de referência; tire uma antes.</numerusform><numerusform>No máximo %n imagens de referência; tire uma antes.</numerusform></translation>
    </message>
    <message>
        <source>Reference picture %1. Click to take it away.</source>
        <translation>Imagem de referência %1. Clique para tirar.</translation>
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
        <translation>Clima</translation>
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
</context>
<context>
    <name>haibao::ui::StripModel</name>
    <message>
        <source>Seed %1</source>
        <translation>Semente %1</translation>
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
        <source>Another Haibao works through this library's queue; new pictures are made there.</source>
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
        <translation>Modelo desenhado pelo Haibao. Clique: vira o fundo.</translation>
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
        <translation>Tamanho</translation>
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
        <source>Vertical text</source>
        <translation>Texto vertical</translation>
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
        <source>Second stroke's colour</source>
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
        <source>Commas and full stops may hang out of the line's end</source>
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
</context>
</TS>
