<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>cli</name>
    <message>
        <source> (exists, left as it is)</source>
        <translation> (já existe, fica como está)</translation>
    </message>
    <message>
        <source> (replaces the file there)</source>
        <translation> (substitui o arquivo existente)</translation>
    </message>
    <message>
        <source>{} files, about {} of {} free.</source>
        <translation>{} arquivos, cerca de {}; livres: {}.</translation>
    </message>
    <message>
        <source>{} done, {} skipped, {} failed, {} not reached.</source>
        <translation>{} prontos, {} ignorados, {} com falha, {} por fazer.</translation>
    </message>
    <message>
        <source>One or more presets: screen-png, social-jpeg, print-pdf-x4, …, or JSON files</source>
        <translation>Uma ou mais predefinições: screen-png, social-jpeg, print-pdf-x4, …, ou arquivos JSON</translation>
    </message>
    <message>
        <source>Folder and names: out/{doc}-{w}x{h}.{fmt}</source>
        <translation>Pasta e nomes: out/{doc}-{w}x{h}.{fmt}</translation>
    </message>
    <message>
        <source>unique (name_1), skip, overwrite or overwrite-if-older</source>
        <translation>unique (name_1), skip (ignorar), overwrite (substituir) ou overwrite-if-older (só se for mais antigo)</translation>
    </message>
    <message>
        <source>How many at a time; all cores otherwise</source>
        <translation>Quantos de cada vez; por padrão, todos os núcleos</translation>
    </message>
    <message>
        <source>Name of the report in the target folder, without ending</source>
        <translation>Nome do relatório na pasta de destino, sem extensão</translation>
    </message>
    <message>
        <source>Write no report</source>
        <translation>Não gravar relatório</translation>
    </message>
    <message>
        <source>Names that Windows takes, too</source>
        <translation>Nomes aceitos também pelo Windows</translation>
    </message>
    <message>
        <source>Only print every name</source>
        <translation>Apenas listar todos os nomes</translation>
    </message>
    <message>
        <source>The commands as completions of a shell, or for the man page</source>
        <translation>Os comandos como autocompletar de um shell, ou para a página de manual</translation>
    </message>
    <message>
        <source>{} free of {}</source>
        <translation>{} livres de {}</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>não utilizável</translation>
    </message>
    <message>
        <source>List what can compute here: the names that --device takes</source>
        <translation>Listar o que pode calcular aqui: os nomes que --device aceita</translation>
    </message>
    <message>
        <source>programs</source>
        <translation>programas</translation>
    </message>
    <message>
        <source>language</source>
        <translation>idioma</translation>
    </message>
    <message>
        <source>folders</source>
        <translation>pastas</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>ajustes</translation>
    </message>
    <message>
        <source>fonts</source>
        <translation>fontes</translation>
    </message>
    <message>
        <source>print</source>
        <translation>impressão</translation>
    </message>
    <message>
        <source>models</source>
        <translation>modelos</translation>
    </message>
    <message>
        <source>devices</source>
        <translation>dispositivos</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>processo</translation>
    </message>
    <message>
        <source>library</source>
        <translation>biblioteca</translation>
    </message>
    <message>
        <source>See what the worker said: {}</source>
        <translation>Veja o que o processo de cálculo registrou: {}</translation>
    </message>
    <message>
        <source>haibao-cli {}, its files are in {}</source>
        <translation>haibao-cli {}, arquivos em {}</translation>
    </message>
    <message>
        <source>Install Haibao again: sudo apt install --reinstall haibao</source>
        <translation>Reinstale o Haibao: sudo apt install --reinstall haibao</translation>
    </message>
    <message>
        <source>{} is set to {}</source>
        <translation>{} está definida como {}</translation>
    </message>
    <message>
        <source>It replaces what is installed. Unset it unless you mean that.</source>
        <translation>Ela substitui o que está instalado. Remova-a, a não ser que seja de propósito.</translation>
    </message>
    <message>
        <source>input method {}</source>
        <translation>método de entrada {}</translation>
    </message>
    <message>
        <source>Qt has no plug-in for the input method {}</source>
        <translation>O Qt não tem plug-in para o método de entrada {}</translation>
    </message>
    <message>
        <source>Chinese cannot be typed in the window: sudo apt install fcitx5-frontend-qt6</source>
        <translation>Não dá para digitar chinês na janela: sudo apt install fcitx5-frontend-qt6</translation>
    </message>
    <message>
        <source>Install its front end for Qt 6, or choose another input method.</source>
        <translation>Instale a interface dele para Qt 6, ou escolha outro método de entrada.</translation>
    </message>
    <message>
        <source>Nothing can be written to {}</source>
        <translation>Não é possível gravar em {}</translation>
    </message>
    <message>
        <source>Haibao keeps its things there: make it writable (chmod u+w), or choose another folder.</source>
        <translation>O Haibao guarda seus dados ali: libere a gravação (chmod u+w), ou escolha outra pasta.</translation>
    </message>
    <message>
        <source>{} free</source>
        <translation>{} livres</translation>
    </message>
    <message>
        <source>Make space on this disk: a poster for print takes up to 100 MB.</source>
        <translation>Libere espaço neste disco: um pôster para impressão ocupa até 100 MB.</translation>
    </message>
    <message>
        <source>Space is getting scarce on this disk.</source>
        <translation>O espaço neste disco está acabando.</translation>
    </message>
    <message>
        <source>The settings cannot be read: {}</source>
        <translation>Não é possível ler os ajustes: {}</translation>
    </message>
    <message>
        <source>Move the file away; Haibao starts with its usual settings then.</source>
        <translation>Mova o arquivo para outro lugar; o Haibao abre então com os ajustes de fábrica.</translation>
    </message>
    <message>
        <source>Mend the preset or move it away; docs/export.md lists its fields.</source>
        <translation>Corrija a predefinição ou mova-a; docs/export.md lista os campos.</translation>
    </message>
    <message>
        <source>{} presets of your own</source>
        <translation>{} predefinições próprias</translation>
    </message>
    <message>
        <source>simplified Chinese</source>
        <translation>chinês simplificado</translation>
    </message>
    <message>
        <source>traditional Chinese</source>
        <translation>chinês tradicional</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>latim</translation>
    </message>
    <message>
        <source>emoji</source>
        <translation>emoji</translation>
    </message>
    <message>
        <source>No installed font covers {}</source>
        <translation>Nenhuma fonte instalada cobre {}</translation>
    </message>
    <message>
        <source>Words of this language are not hyphenated ({})</source>
        <translation>As palavras deste idioma não são hifenizadas ({})</translation>
    </message>
    <message>
        <source>{} CMYK profiles</source>
        <translation>{} perfis CMYK</translation>
    </message>
    <message>
        <source>No CMYK profile is installed: posters cannot be exported for the press</source>
        <translation>Nenhum perfil CMYK instalado: não dá para exportar pôsteres para a gráfica</translation>
    </message>
    <message>
        <source>sudo apt install icc-profiles-free colord-data, or put the printing house&apos;s profile into ~/.local/share/icc.</source>
        <translation>sudo apt install icc-profiles-free colord-data, ou coloque o perfil da gráfica em ~/.local/share/icc.</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>Nenhum modelo instalado.</translation>
    </message>
    <message>
        <source>See what is wrong with it: {}</source>
        <translation>Veja o que há de errado com ele: {}</translation>
    </message>
    <message>
        <source>in software, never chosen by itself</source>
        <translation>em software, nunca escolhido sozinho</translation>
    </message>
    <message>
        <source>it loaded the built-in model and read a picture: {} × {} tokens</source>
        <translation>carregou o modelo embutido e leu uma imagem: {} × {} tokens</translation>
    </message>
    <message>
        <source>not made yet</source>
        <translation>ainda não criada</translation>
    </message>
    <message>
        <source>There is no library in {}</source>
        <translation>Não há biblioteca em {}</translation>
    </message>
    <message>
        <source>Make one: {}</source>
        <translation>Crie uma: {}</translation>
    </message>
    <message>
        <source>Close Haibao and mend it: {}</source>
        <translation>Feche o Haibao e repare-a: {}</translation>
    </message>
    <message>
        <source>Open it with the newer Haibao.</source>
        <translation>Abra-a com o Haibao mais novo.</translation>
    </message>
    <message>
        <source>{} pictures</source>
        <translation>{} imagens</translation>
    </message>
    <message>
        <source>Look whether everything works here: fonts, devices, models, the library, disk space</source>
        <translation>Verificar se tudo funciona: fontes, placas, modelos, biblioteca, espaço em disco</translation>
    </message>
    <message>
        <source>Problems found: {}</source>
        <translation>Problemas encontrados: {}</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Tudo funciona.</translation>
    </message>
    <message>
        <source>Lines with a dot are advice.</source>
        <translation>As linhas com ponto são sugestões.</translation>
    </message>
    <message>
        <source>More than four times as large: it will look soft up close. Painting it larger, or a drawn scene, is sharper.</source>
        <translation>Mais de quatro vezes maior: de perto ficará sem nitidez. Pintar maior, ou usar uma cena desenhada, fica mais nítido.</translation>
    </message>
    <message>
        <source>Make a picture large enough for print</source>
        <translation>Ampliar uma imagem para impressão</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>A imagem</translation>
    </message>
    <message>
        <source>A paper with its resolution (A3@300, 210x297mm@300), or pixels (4096x5792)</source>
        <translation>Papel com resolução (A3@300, 210x297mm@300), ou pixels (4096x5792)</translation>
    </message>
    <message>
        <source>The file to write: .png, .jpg, .webp, .avif or .tiff; without it NAME-WxH.png beside the picture</source>
        <translation>Arquivo a gravar: .png, .jpg, .webp, .avif ou .tiff; sem ele, NAME-WxH.png ao lado da imagem</translation>
    </message>
    <message>
        <source>Cover the whole size and cut off what stands over; otherwise the whole picture fits inside</source>
        <translation>Cobrir todo o tamanho e cortar o que sobra; senão a imagem inteira cabe dentro</translation>
    </message>
    <message>
        <source>Replace the file; otherwise NAME_1 is written</source>
        <translation>Substituir o arquivo; senão grava-se NAME_1</translation>
    </message>
    <message>
        <source>Export many pictures and posters at once</source>
        <translation>Exportar muitas imagens e pôsteres de uma vez</translation>
    </message>
    <message>
        <source>Pictures, .haibao files, or folders of them</source>
        <translation>Imagens, arquivos .haibao, ou pastas com eles</translation>
    </message>
    <message>
        <source>Use only these font files instead of all installed fonts</source>
        <translation>Usar só estes arquivos de fonte, não as fontes instaladas</translation>
    </message>
    <message>
        <source>Print the presets that there are</source>
        <translation>Listar as predefinições existentes</translation>
    </message>
    <message>
        <source>Pictures found in the folder and taken up: {}</source>
        <translation>Imagens encontradas na pasta e incluídas: {}</translation>
    </message>
    <message>
        <source>Pictures found again: {}</source>
        <translation>Imagens reencontradas: {}</translation>
    </message>
    <message>
        <source>Pictures that lost their files and are kept as missing (is:missing): {}</source>
        <translation>Imagens que perderam o arquivo e ficam como ausentes (is:missing): {}</translation>
    </message>
    <message>
        <source>Numbers of pictures, as gallery search prints them</source>
        <translation>Números das imagens, como gallery search os mostra</translation>
    </message>
    <message>
        <source>Or: all pictures that this search finds</source>
        <translation>Ou: todas as imagens que esta busca encontra</translation>
    </message>
    <message>
        <source>The library of everything made: find, sort, import, see where a picture came from</source>
        <translation>A biblioteca de tudo o que foi feito: achar, ordenar, importar, ver de onde veio uma imagem</translation>
    </message>
    <message>
        <source>A search: words and &quot;quoted phrases&quot; that must all be there, and
  tag:summer  star:&gt;=4  label:red  text:中秋 (on the picture)  colour:red|#c8442f  similar:ID
  after:2026-03  before:7d  on:yesterday  size:&gt;=1024x768|portrait  model:glm  device:cuda  seed:7
  album:&quot;Best of&quot;  from:comfyui  is:trashed|missing|untagged  a OR b  -not  sort:newest|oldest|stars|largest

  haibao-cli gallery search &apos;中秋 colour:red star:&gt;=3&apos;
  haibao-cli gallery tag --query &apos;after:today is:untagged&apos; --add festival</source>
        <translation>Uma busca: palavras e &quot;frases entre aspas&quot;, todas obrigatórias, e
  tag:summer  star:&gt;=4  label:red  text:中秋 (na imagem)  colour:red|#c8442f  similar:ID
  after:2026-03  before:7d  on:yesterday  size:&gt;=1024x768|portrait  model:glm  device:cuda  seed:7
  album:&quot;Melhores&quot;  from:comfyui  is:trashed|missing|untagged  a OR b  -not  sort:newest|oldest|stars|largest

  haibao-cli gallery search &apos;festa colour:red star:&gt;=3&apos;
  haibao-cli gallery tag --query &apos;after:today is:untagged&apos; --add festival</translation>
    </message>
    <message>
        <source>Albums: pictures put together by hand, or saved searches</source>
        <translation>Álbuns: imagens reunidas à mão, ou buscas salvas</translation>
    </message>
    <message>
        <source>The album&apos;s name</source>
        <translation>Nome do álbum</translation>
    </message>
    <message>
        <source>All albums with how many pictures they hold</source>
        <translation>Todos os álbuns e quantas imagens têm</translation>
    </message>
    <message>
        <source>Make an album</source>
        <translation>Criar um álbum</translation>
    </message>
    <message>
        <source>Make it a saved search: it holds whatever this finds</source>
        <translation>Criar como busca salva: contém tudo o que ela encontra</translation>
    </message>
    <message>
        <source>Put pictures into an album</source>
        <translation>Pôr imagens num álbum</translation>
    </message>
    <message>
        <source>Take pictures out of an album</source>
        <translation>Tirar imagens de um álbum</translation>
    </message>
    <message>
        <source>Delete an album; its pictures stay</source>
        <translation>Excluir um álbum; as imagens ficam</translation>
    </message>
    <message>
        <source>pictures changed: {}</source>
        <translation>imagens alteradas: {}</translation>
    </message>
    <message>
        <source>pictures deleted for good: {}</source>
        <translation>imagens excluídas de vez: {}</translation>
    </message>
    <message>
        <source>Add and remove tags; without either it lists them</source>
        <translation>Pôr e tirar etiquetas; sem nenhuma opção, lista-as</translation>
    </message>
    <message>
        <source>A tag to add; again for more</source>
        <translation>Etiqueta a pôr; repita para mais</translation>
    </message>
    <message>
        <source>A tag to remove; again for more</source>
        <translation>Etiqueta a tirar; repita para mais</translation>
    </message>
    <message>
        <source>Give pictures 0 to 5 stars</source>
        <translation>Dar de 0 a 5 estrelas</translation>
    </message>
    <message>
        <source>0 to 5</source>
        <translation>0 a 5</translation>
    </message>
    <message>
        <source>Give pictures a colour label</source>
        <translation>Dar um rótulo de cor</translation>
    </message>
    <message>
        <source>red, orange, yellow, green, blue, purple, grey or none</source>
        <translation>red (vermelho), orange (laranja), yellow (amarelo), green (verde), blue (azul), purple (roxo), grey (cinza) ou none (nenhum)</translation>
    </message>
    <message>
        <source>Write a note to a picture; an empty one removes it</source>
        <translation>Escrever uma nota numa imagem; vazia, remove-a</translation>
    </message>
    <message>
        <source>The picture&apos;s number</source>
        <translation>Número da imagem</translation>
    </message>
    <message>
        <source>The note</source>
        <translation>A nota</translation>
    </message>
    <message>
        <source>Move pictures to the trash, or empty it</source>
        <translation>Mover imagens para a lixeira, ou esvaziá-la</translation>
    </message>
    <message>
        <source>Delete everything in the trash for good</source>
        <translation>Excluir de vez tudo o que está na lixeira</translation>
    </message>
    <message>
        <source>Bring pictures back from the trash</source>
        <translation>Trazer imagens de volta da lixeira</translation>
    </message>
    <message>
        <source>The library could not note the exports: {}</source>
        <translation>A biblioteca não pôde anotar as exportações: {}</translation>
    </message>
    <message>
        <source>Export pictures of the library: everything that a search finds, or by id</source>
        <translation>Exportar imagens da biblioteca: tudo o que uma busca encontra, ou por número</translation>
    </message>
    <message>
        <source>A search, as for `gallery search`</source>
        <translation>Uma busca, como em `gallery search`</translation>
    </message>
    <message>
        <source>Or: numbers of pictures</source>
        <translation>Ou: números de imagens</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importando</translation>
    </message>
    <message>
        <source>imported: {}, there already: {}, found again: {}, skipped: {}</source>
        <translation>importadas: {}, já existentes: {}, reencontradas: {}, ignoradas: {}</translation>
    </message>
    <message>
        <source>taken out of the trash: {}</source>
        <translation>retiradas da lixeira: {}</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lendo</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Verificando</translation>
    </message>
    <message>
        <source>pictures: {}, missing: {}, damaged: {}, changed outside: {}</source>
        <translation>imagens: {}, ausentes: {}, danificadas: {}, alteradas por fora: {}</translation>
    </message>
    <message>
        <source>haibao-cli gallery check --repair saves what can be saved.</source>
        <translation>haibao-cli gallery check --repair salva o que pode ser salvo.</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Miniaturas</translation>
    </message>
    <message>
        <source>made: {}, there already: {}, failed: {}</source>
        <translation>criadas: {}, já existentes: {}, com falha: {}</translation>
    </message>
    <message>
        <source>On stderr: bar, plain, json (one event per line) or none</source>
        <translation>Progresso em stderr: bar (barra), plain (linhas), json (um evento por linha) ou none (nada)</translation>
    </message>
    <message>
        <source>0 = all cores</source>
        <translation>0 = todos os núcleos</translation>
    </message>
    <message>
        <source>A tag for every picture; again for more</source>
        <translation>Etiqueta para cada imagem; repita para mais</translation>
    </message>
    <message>
        <source>Make a library, or take up a folder of pictures that lost its database</source>
        <translation>Criar uma biblioteca, ou retomar uma pasta de imagens que perdeu o banco de dados</translation>
    </message>
    <message>
        <source>Copy picture files into the library</source>
        <translation>Copiar arquivos de imagem para a biblioteca</translation>
    </message>
    <message>
        <source>PNG, JPEG, WebP, AVIF or TIFF</source>
        <translation>PNG, JPEG, WebP, AVIF ou TIFF</translation>
    </message>
    <message>
        <source>Take in folders of pictures made elsewhere, with their prompts and settings (A1111, ComfyUI, InvokeAI, Fooocus, SwarmUI)</source>
        <translation>Importar pastas de imagens feitas em outros programas, com prompts e ajustes (A1111, ComfyUI, InvokeAI, Fooocus, SwarmUI)</translation>
    </message>
    <message>
        <source>Folders, with all folders in them, or files</source>
        <translation>Pastas, com todas as subpastas, ou arquivos</translation>
    </message>
    <message>
        <source>Leave the files where they are instead of copying them</source>
        <translation>Deixar os arquivos onde estão em vez de copiá-los</translation>
    </message>
    <message>
        <source>Look for missing and damaged files and for damage of the database</source>
        <translation>Procurar arquivos ausentes e danificados e danos no banco de dados</translation>
    </message>
    <message>
        <source>Read every file and compare it with its hash</source>
        <translation>Ler cada arquivo e comparar com seu hash</translation>
    </message>
    <message>
        <source>Mend a damaged database; close other programs that use it first</source>
        <translation>Reparar um banco de dados danificado; antes, feche outros programas que o usam</translation>
    </message>
    <message>
        <source>Make the thumbnails that are missing</source>
        <translation>Criar as miniaturas que faltam</translation>
    </message>
    <message>
        <source>Longest side in pixels</source>
        <translation>Lado maior em pixels</translation>
    </message>
    <message>
        <source>(missing)</source>
        <translation>(ausente)</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nada foi encontrado.</translation>
    </message>
    <message>
        <source>{} of {}; --limit 0 shows all</source>
        <translation>{} de {}; --limit 0 mostra tudo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>(linked)</source>
        <translation>(vinculada)</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Not wanted</source>
        <translation>Indesejado</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Títulos</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Criada</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origem</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Estrelas</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Rótulo</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Álbuns</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Lixeira</translation>
    </message>
    <message>
        <source>in the trash; gallery restore brings it back</source>
        <translation>na lixeira; gallery restore a traz de volta</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>Feita a partir de</translation>
    </message>
    <message>
        <source>a picture that is not in the library</source>
        <translation>uma imagem que não está na biblioteca</translation>
    </message>
    <message>
        <source>Made of it</source>
        <translation>Feito com ela</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Pôster</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportação</translation>
    </message>
    <message>
        <source>Find pictures; see haibao-cli gallery --help for the words</source>
        <translation>Achar imagens; as palavras estão em haibao-cli gallery --help</translation>
    </message>
    <message>
        <source>The pictures, the newest first</source>
        <translation>As imagens, as mais novas primeiro</translation>
    </message>
    <message>
        <source>What to look for; quote it for the shell</source>
        <translation>O que procurar; entre aspas para o shell</translation>
    </message>
    <message>
        <source>How many at most; 0 = all</source>
        <translation>Quantas no máximo; 0 = todas</translation>
    </message>
    <message>
        <source>newest, oldest, stars, largest, smallest</source>
        <translation>newest (mais novas), oldest (mais antigas), stars (estrelas), largest (maiores), smallest (menores)</translation>
    </message>
    <message>
        <source>Print only the numbers</source>
        <translation>Mostrar só os números</translation>
    </message>
    <message>
        <source>Print only how many there are</source>
        <translation>Mostrar só quantas são</translation>
    </message>
    <message>
        <source>Print how the database looks for it</source>
        <translation>Mostrar como o banco de dados procura</translation>
    </message>
    <message>
        <source>Everything about one picture</source>
        <translation>Tudo sobre uma imagem</translation>
    </message>
    <message>
        <source>What a picture was made from and what was made of it</source>
        <translation>De que uma imagem foi feita e o que se fez com ela</translation>
    </message>
    <message>
        <source>The picture is kept as it is.</source>
        <translation>A imagem fica como está.</translation>
    </message>
    <message>
        <source>Picture {}: its texts are not right; painting again with seed {}</source>
        <translation>Imagem {}: os textos não estão certos; pintando de novo com a semente {}</translation>
    </message>
    <message>
        <source>The picture is written without them.</source>
        <translation>A imagem é gravada sem eles.</translation>
    </message>
    <message>
        <source>The picture is busy everywhere; look at the texts, or try another seed.</source>
        <translation>A imagem é carregada em toda parte; confira os textos, ou tente outra semente.</translation>
    </message>
    <message>
        <source>The trace could not be written to its end; is the disk full?</source>
        <translation>O registro não pôde ser gravado até o fim; o disco está cheio?</translation>
    </message>
    <message>
        <source>Cancelling… (Ctrl-C again ends at once)</source>
        <translation>Cancelando… (Ctrl-C de novo encerra já)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>File, folder or template of names (see below); - is stdout. Existing files are kept: name_1.png, …</source>
        <translation>Arquivo, pasta ou padrão de nomes (ver abaixo); - é a saída padrão. Arquivos existentes ficam: name_1.png, …</translation>
    </message>
    <message>
        <source>Keep the pictures in this library, with their visual tokens; without a folder in your own. With --out also as files</source>
        <translation>Guardar as imagens nesta biblioteca, com os tokens visuais; sem pasta, na sua própria. Com --out, também como arquivos</translation>
    </message>
    <message>
        <source>Read the painted texts and compare them with the prompt&apos;s: report what is wrong, replace it by live text, or retry:N with other seeds and keep the best</source>
        <translation>Ler os textos pintados e comparar com os do prompt: report (relatar erros), replace (trocar por texto vivo), ou retry:N (tentar outras sementes e ficar com a melhor)</translation>
    </message>
    <message>
        <source>Replace existing files instead</source>
        <translation>Substituir arquivos existentes</translation>
    </message>
    <message>
        <source>A look inside</source>
        <translation>Por dentro</translation>
    </message>
    <message>
        <source>Record what the engine does in this file, for haibao-inspector</source>
        <translation>Gravar neste arquivo o que o motor faz, para o haibao-inspector</translation>
    </message>
    <message>
        <source>Let haibao-inspector look on while it works</source>
        <translation>Deixar o haibao-inspector acompanhar o trabalho</translation>
    </message>
    <message>
        <source>Paint pictures from a prompt</source>
        <translation>Pintar imagens a partir de um prompt</translation>
    </message>
    <message>
        <source>A template may use {prompt:40} {title} {seed} {n:000} {total} {size} {w} {h} {model} {date:yyyyMMdd} {time:HHmmss}
with |lower |upper |slug |ascii |trim:20 |default:x, and / for folders: --out &quot;{date}/{title|default:poster}-{n:00}&quot;.

With live text (--text layers) a poster is written twice: as NAME.png, and as NAME.haibao with layers to work on.
Every picture carries its prompt and settings: see haibao-cli show FILE and --from FILE.
Ctrl-C cancels and leaves no unfinished file; finished ones stay.</source>
        <translation>Um modelo pode usar {prompt:40} {title} {seed} {n:000} {total} {size} {w} {h} {model} {date:yyyyMMdd} {time:HHmmss}
com |lower |upper |slug |ascii |trim:20 |default:x, e / para pastas: --out &quot;{date}/{title|default:poster}-{n:00}&quot;.

Com texto vivo (--text layers) o pôster é gravado duas vezes: NAME.png, e NAME.haibao com camadas editáveis.
Cada imagem leva seu prompt e seus ajustes: veja haibao-cli show FILE e --from FILE.
Ctrl-C cancela e não deixa arquivo inacabado; os prontos ficam.</translation>
    </message>
    <message>
        <source>What to paint</source>
        <translation>O que pintar</translation>
    </message>
    <message>
        <source>How to paint</source>
        <translation>Como pintar</translation>
    </message>
    <message>
        <source>Where to paint</source>
        <translation>Onde pintar</translation>
    </message>
    <message>
        <source>What the poster shows: TEXT, @FILE (UTF-8) or - for stdin; quoted parts become titles</source>
        <translation>O que o pôster mostra: TEXT, @FILE (UTF-8) ou - para a entrada padrão; o que está entre aspas vira título</translation>
    </message>
    <message>
        <source>Source picture for image-to-image; again for more. Transparent parts count as white</source>
        <translation>Imagem de referência; repita para mais. Partes transparentes contam como branco</translation>
    </message>
    <message>
        <source>Repaint a region of the first --image: white is made anew, black and transparent stay. Of the picture&apos;s size</source>
        <translation>Repintar uma região da primeira --image: o branco é refeito, o preto e o transparente ficam. Do tamanho da imagem</translation>
    </message>
    <message>
        <source>Pixels around the mask over which old and new blend; 32 by default</source>
        <translation>Pixels em volta da máscara em que o velho e o novo se misturam; 32 por padrão</translation>
    </message>
    <message>
        <source>The quoted texts: paint (by the model), layers (live text; kept from the model), both, none. The model decides by default</source>
        <translation>Os textos entre aspas: paint (pelo modelo), layers (texto vivo; o modelo não os vê), both, none. Por padrão o modelo decide</translation>
    </message>
    <message>
        <source>Repeat the picture in this PNG; other options change what they name</source>
        <translation>Repetir a imagem deste PNG; as outras opções mudam o que nomeiam</translation>
    </message>
    <message>
        <source>Pixels, e.g. 768x1344: each side a multiple of 32 from 256 to 2048</source>
        <translation>Pixels, ex. 768x1344: cada lado múltiplo de 32, de 256 a 2048</translation>
    </message>
    <message>
        <source>Painting steps, 1 to 200: more are more careful and slower</source>
        <translation>Passos de pintura, 1 a 200: mais passos, mais cuidado e mais lento</translation>
    </message>
    <message>
        <source>How closely to follow the prompt; 1 or less is twice as fast</source>
        <translation>Escala de orientação: quão fielmente seguir o prompt; 1 ou menos é duas vezes mais rápido</translation>
    </message>
    <message>
        <source>Same seed and settings, same picture; picture k gets seed + k. Random by default</source>
        <translation>Mesma semente e ajustes, mesma imagem; a imagem k recebe semente + k. Aleatória por padrão</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>Número de imagens</translation>
    </message>
    <message>
        <source>Freedom in composing; 0 = always the likeliest</source>
        <translation>Liberdade ao compor; 0 = sempre o mais provável</translation>
    </message>
    <message>
        <source>Share of likely ways that composing chooses from, to 1</source>
        <translation>Fração das opções prováveis entre as quais a composição escolhe, até 1</translation>
    </message>
    <message>
        <source>builtin, the name of an installed model, or the path of a checkpoint&apos;s folder or GGUF file</source>
        <translation>builtin, o nome de um modelo instalado, ou o caminho da pasta do modelo ou do arquivo GGUF</translation>
    </message>
    <message>
        <source>auto, cpu, vulkan0, cuda0, …: see haibao-cli devices</source>
        <translation>auto, cpu, vulkan0, cuda0, …: veja haibao-cli devices</translation>
    </message>
    <message>
        <source>CPU threads; 0 = all cores</source>
        <translation>Threads da CPU; 0 = todos os núcleos</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Uso</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>OPÇÕES</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>COMANDO</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumentos</translation>
    </message>
    <message>
        <source>REQUIRED</source>
        <translation>OBRIGATÓRIO</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Requer</translation>
    </message>
    <message>
        <source>Excludes</source>
        <translation>Exclui</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opções</translation>
    </message>
    <message>
        <source>[Exactly 1 of the following options is required]</source>
        <translation>[É preciso exatamente 1 das opções abaixo]</translation>
    </message>
    <message>
        <source>Subcommands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>The library&apos;s folder; by default $HAIBAO_LIBRARY, else Haibao in your pictures folder</source>
        <translation>Pasta da biblioteca; por padrão $HAIBAO_LIBRARY, senão Haibao na sua pasta de imagens</translation>
    </message>
    <message>
        <source>Print one JSON object to stdout instead of text</source>
        <translation>Imprimir um objeto JSON na saída padrão em vez de texto</translation>
    </message>
    <message>
        <source>Print the version</source>
        <translation>Mostrar a versão</translation>
    </message>
    <message>
        <source>Print this help; every command has its own: haibao-cli generate --help</source>
        <translation>Mostrar esta ajuda; cada comando tem a sua: haibao-cli generate --help</translation>
    </message>
    <message>
        <source>Examples:
  haibao-cli generate --prompt &quot;夏日音乐节海报，海浪与夕阳，标题“海风”&quot; --size 768x1344
  haibao-cli generate --prompt @prompt.txt --count 4 --seed 7 --out &quot;posters/{prompt:20|slug}-{n:00}.png&quot;
  haibao-cli show poster.png
  haibao-cli generate --from poster.png --steps 50

Exit status: 0 done, 1 failed, 2 wrong usage, 3 partly done, 4 a check found problems,
5 worker or device died, 6 cannot write, 130 cancelled.
Everything runs on this machine; nothing is sent anywhere.</source>
        <translation>Exemplos:
  haibao-cli generate --prompt &quot;pôster de festival de verão, ondas e pôr do sol, título “Brisa”&quot; --size 768x1344
  haibao-cli generate --prompt @prompt.txt --count 4 --seed 7 --out &quot;posters/{prompt:20|slug}-{n:00}.png&quot;
  haibao-cli show poster.png
  haibao-cli generate --from poster.png --steps 50

Código de saída: 0 pronto, 1 falha, 2 uso incorreto, 3 pronto em parte, 4 uma verificação achou problemas,
5 o processo de cálculo ou o dispositivo caiu, 6 não foi possível gravar, 130 cancelado.
Tudo roda nesta máquina; nada é enviado a lugar nenhum.</translation>
    </message>
    <message>
        <source>Haibao makes posters on your own machine: this is the program without a window.</source>
        <translation>O Haibao faz pôsteres na sua própria máquina: este é o programa sem janela.</translation>
    </message>
    <message>
        <source>haibao-cli --help shows how to use it.</source>
        <translation>haibao-cli --help mostra como usar.</translation>
    </message>
    <message>
        <source>row {}</source>
        <translation>linha {}</translation>
    </message>
    <message>
        <source>the whole table</source>
        <translation>a tabela inteira</translation>
    </message>
    <message>
        <source>… {} more; --json or --report lists them</source>
        <translation>… mais {}; --json ou --report lista todos</translation>
    </message>
    <message>
        <source>Columns that fill nothing: {}</source>
        <translation>Colunas que não preenchem nada: {}</translation>
    </message>
    <message>
        <source>Checking row</source>
        <translation>Verificando linha</translation>
    </message>
    <message>
        <source>{} rows, {} with errors, {} skipped</source>
        <translation>{} linhas, {} com erros, {} ignoradas</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Nada foi gravado.</translation>
    </message>
    <message>
        <source>Nothing was written. --only-valid leaves the rows with errors out.</source>
        <translation>Nada foi gravado. --only-valid deixa de fora as linhas com erros.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>row {}: {}</source>
        <translation>linha {}: {}</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabela</translation>
    </message>
    <message>
        <source>What fills what</source>
        <translation>O que preenche o quê</translation>
    </message>
    <message>
        <source>UTF-8, GB18030, Big5, Shift_JIS, UTF-16LE…; found out by default</source>
        <translation>UTF-8, GB18030, Big5, Shift_JIS, UTF-16LE…; por padrão é detectada</translation>
    </message>
    <message>
        <source>The sign between cells, or tab; found out by default</source>
        <translation>O sinal entre as células, ou tab; por padrão é detectado</translation>
    </message>
    <message>
        <source>The first row is data; columns are called 1, 2, 3…</source>
        <translation>A primeira linha é de dados; as colunas se chamam 1, 2, 3…</translation>
    </message>
    <message>
        <source>LAYER=COLUMN; with text:, picture:, colour: or visible: before the layer; prompt=COLUMN, seed=COLUMN. Again for more</source>
        <translation>CAMADA=COLUNA; com text:, picture:, colour: ou visible: antes da camada; prompt=COLUNA, seed=COLUNA. Repita para mais</translation>
    </message>
    <message>
        <source>Fill no layer only because it is called like a column</source>
        <translation>Não preencher uma camada só por ter o nome de uma coluna</translation>
    </message>
    <message>
        <source>What an empty cell means: keep, clear or skip the row; LAYER=skip for one</source>
        <translation>O que significa uma célula vazia: keep (manter), clear (limpar) ou skip (pular a linha); CAMADA=skip para uma só</translation>
    </message>
    <message>
        <source>The folder that pictures in the table are in; by default the table&apos;s own</source>
        <translation>A pasta das imagens citadas na tabela; por padrão, a da própria tabela</translation>
    </message>
    <message>
        <source>Fill a poster with each row of a table: one file a row, or one PDF of many pages</source>
        <translation>Preencher um pôster com cada linha de uma tabela: um arquivo por linha, ou um PDF de várias páginas</translation>
    </message>
    <message>
        <source>A .haibao file, or a poster&apos;s JSON</source>
        <translation>Um arquivo .haibao, ou o JSON de um pôster</translation>
    </message>
    <message>
        <source>A CSV or TSV file whose first row names the columns</source>
        <translation>Um arquivo CSV ou TSV cuja primeira linha dá nome às colunas</translation>
    </message>
    <message>
        <source>Folder or template of names, e.g. &quot;out/{col:名称}-{row:000}.png&quot;</source>
        <translation>Pasta ou padrão de nomes, ex. &quot;out/{col:名称}-{row:000}.png&quot;</translation>
    </message>
    <message>
        <source>Instead: all rows as the pages of this PDF</source>
        <translation>Em vez disso: todas as linhas como páginas deste PDF</translation>
    </message>
    <message>
        <source>fail, overwrite, or unique (NAME_1)</source>
        <translation>fail (falhar), overwrite (substituir) ou unique (NAME_1)</translation>
    </message>
    <message>
        <source>Only look for problems; writes nothing. Status 4 when there are any</source>
        <translation>Só procurar problemas; não grava nada. Código 4 quando há algum</translation>
    </message>
    <message>
        <source>Export the rows without errors and leave the others out</source>
        <translation>Exportar as linhas sem erros e deixar as outras de fora</translation>
    </message>
    <message>
        <source>NAME.csv and NAME.json, what became of each row; by default merge-report beside the files</source>
        <translation>NAME.csv e NAME.json, o resultado de cada linha; por padrão merge-report junto aos arquivos</translation>
    </message>
    <message>
        <source>Files made at once; 0 = one per core</source>
        <translation>Arquivos feitos ao mesmo tempo; 0 = um por núcleo</translation>
    </message>
    <message>
        <source>Every row is checked before anything is written: cells, fonts, text that does not fit, pictures, names.
A text layer may hold {{COLUMN}} among other words; a layer called like a column is filled by it.</source>
        <translation>Cada linha é verificada antes de gravar: células, fontes, texto que não cabe, imagens, nomes.
Uma camada de texto pode ter {{COLUMN}} entre outras palavras; a camada com nome de coluna é preenchida por ela.</translation>
    </message>
    <message>
        <source>Another program works through this library&apos;s queue; waiting until it has painted these rows.</source>
        <translation>Outro programa processa a fila desta biblioteca; esperando que ele pinte estas linhas.</translation>
    </message>
    <message>
        <source>Painting, where a prompt is mapped or given</source>
        <translation>Pintura, quando há um prompt dado ou mapeado</translation>
    </message>
    <message>
        <source>Paint the ground of each poster from this prompt with {{COLUMN}} in it</source>
        <translation>Pintar o fundo de cada pôster com este prompt, que pode ter {{COLUMN}}</translation>
    </message>
    <message>
        <source>builtin, the name of an installed model, or a checkpoint&apos;s folder</source>
        <translation>builtin, o nome de um modelo instalado, ou a pasta de um modelo</translation>
    </message>
    <message>
        <source>Pixels, e.g. 768x1344; by default the page&apos;s shape</source>
        <translation>Pixels, ex. 768x1344; por padrão, a forma da página</translation>
    </message>
    <message>
        <source>Painting steps, 1 to 200</source>
        <translation>Passos de pintura, 1 a 200</translation>
    </message>
    <message>
        <source>Row n gets seed + n − 1, where no column says it; 1 by default</source>
        <translation>A linha n recebe semente + n − 1, quando nenhuma coluna a dá; 1 por padrão</translation>
    </message>
    <message>
        <source>See haibao-cli devices</source>
        <translation>Veja haibao-cli devices</translation>
    </message>
    <message>
        <source>The library whose queue and gallery are used</source>
        <translation>A biblioteca cuja fila e imagens são usadas</translation>
    </message>
    <message>
        <source>Of the painting, on stderr: bar, plain, json or none</source>
        <translation>Da pintura, em stderr: bar, plain, json ou none</translation>
    </message>
    <message>
        <source>Defaults: {}x{}, {} steps, guidance {}</source>
        <translation>Padrões: {}x{}, {} passos, orientação {}</translation>
    </message>
    <message>
        <source>Memory for one picture of {}x{}:</source>
        <translation>Memória para uma imagem de {}x{}:</translation>
    </message>
    <message>
        <source>weights {}, working {}</source>
        <translation>pesos {}, trabalho {}</translation>
    </message>
    <message>
        <source>No model is installed; name a checkpoint&apos;s folder with --model.</source>
        <translation>Nenhum modelo instalado; indique a pasta de um modelo com --model.</translation>
    </message>
    <message>
        <source>This model lists no words: write what you like.</source>
        <translation>Este modelo não lista palavras: escreva o que quiser.</translation>
    </message>
    <message>
        <source>Reading the weights</source>
        <translation>Lendo os pesos</translation>
    </message>
    <message>
        <source>The model is sound.</source>
        <translation>O modelo está íntegro.</translation>
    </message>
    <message>
        <source>List models, look into one, check one, make one smaller</source>
        <translation>Listar modelos, examinar, verificar ou reduzir um</translation>
    </message>
    <message>
        <source>The built-in model and the installed ones</source>
        <translation>O modelo embutido e os instalados</translation>
    </message>
    <message>
        <source>What the folder holds, what is missing, how much memory each stage needs</source>
        <translation>O que a pasta contém, o que falta, quanta memória cada etapa exige</translation>
    </message>
    <message>
        <source>Of the picture that memory is reckoned for</source>
        <translation>Da imagem para a qual se calcula a memória</translation>
    </message>
    <message>
        <source>Only the words that the model was taught, one per line</source>
        <translation>Só as palavras que o modelo aprendeu, uma por linha</translation>
    </message>
    <message>
        <source>Read every weight: damaged files, impossible values, checksums</source>
        <translation>Ler todos os pesos: arquivos danificados, valores impossíveis, somas de verificação</translation>
    </message>
    <message>
        <source>Converting</source>
        <translation>Convertendo</translation>
    </message>
    <message>
        <source>Write a model as one GGUF file, its large matrices in fewer bits</source>
        <translation>Gravar um modelo como um único GGUF, com as matrizes grandes em menos bits</translation>
    </message>
    <message>
        <source>The file to write; what was begun is gone on with</source>
        <translation>Arquivo a gravar; o que foi começado é continuado</translation>
    </message>
    <message>
        <source>Q8_0 halves a bf16 model; mixed, Q4_K and Q4_0 quarter it, mixed with more bits where errors weigh most; Q6_K lies between; bf16 only packs</source>
        <translation>Q8_0 reduz um modelo bf16 à metade; mixed, Q4_K e Q4_0 a um quarto, mixed com mais bits onde os erros pesam mais; Q6_K fica no meio; bf16 só empacota</translation>
    </message>
    <message>
        <source>Writing random weights</source>
        <translation>Gravando pesos aleatórios</translation>
    </message>
    <message>
        <source>Write a checkpoint of random weights in the released layout: for measurements, it paints noise</source>
        <translation>Gravar um modelo de pesos aleatórios com a estrutura do publicado: para medições, pinta ruído</translation>
    </message>
    <message>
        <source>Of the released width; 1 with --depth 1 is the full size, 36 GB</source>
        <translation>Da largura do publicado; 1 com --depth 1 é o tamanho inteiro, 36 GB</translation>
    </message>
    <message>
        <source>Of the released number of layers</source>
        <translation>Do número de camadas do publicado</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>cabe</translation>
    </message>
    <message>
        <source>fits barely</source>
        <translation>cabe por pouco</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>não cabe</translation>
    </message>
    <message>
        <source>{}x{}, {} steps, {}: {}</source>
        <translation>{}x{}, {} passos, {}: {}</translation>
    </message>
    <message>
        <source>At its peak {} (with the {} that the worker takes in any case); {} are free</source>
        <translation>No pico {} (com os {} que o processo de cálculo sempre ocupa); {} livres</translation>
    </message>
    <message>
        <source>Say what a picture will take before anything is loaded: memory, where, time, and whether it fits</source>
        <translation>Dizer o que uma imagem vai exigir antes de carregar: memória, onde, tempo, e se cabe</translation>
    </message>
    <message>
        <source>Pixels, e.g. 768x1344; the model&apos;s own by default</source>
        <translation>Pixels, ex. 768x1344; por padrão, os do modelo</translation>
    </message>
    <message>
        <source>Painting steps</source>
        <translation>Passos de pintura</translation>
    </message>
    <message>
        <source>Above 1 every step takes two passes</source>
        <translation>Acima de 1 cada passo exige duas passagens</translation>
    </message>
    <message>
        <source>Number of reference pictures</source>
        <translation>Número de imagens de referência</translation>
    </message>
    <message>
        <source>(hidden)</source>
        <translation>(oculta)</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imagens</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>Fontes</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Camadas</translation>
    </message>
    <message>
        <source>The picture is busy everywhere; look at the texts.</source>
        <translation>A imagem é carregada em toda parte; confira os textos.</translation>
    </message>
    <message>
        <source>Posters (.haibao) from and to JSON</source>
        <translation>Pôsteres (.haibao) de e para JSON</translation>
    </message>
    <message>
        <source>Make a poster from its JSON form (docs/document-format.md)</source>
        <translation>Fazer um pôster a partir do JSON (docs/document-format.md)</translation>
    </message>
    <message>
        <source>The JSON; pictures are looked for beside it</source>
        <translation>O JSON; as imagens são procuradas ao lado dele</translation>
    </message>
    <message>
        <source>The poster, a .haibao file</source>
        <translation>O pôster, um arquivo .haibao</translation>
    </message>
    <message>
        <source>Put the quoted texts of a prompt on a picture as live text</source>
        <translation>Pôr os textos entre aspas de um prompt numa imagem como texto vivo</translation>
    </message>
    <message>
        <source>Words with the texts in quotes: 水墨，标题“山风”，日期“8月16日”</source>
        <translation>Descrição com os textos entre aspas: aquarela, título “Brisa”, data “16 de agosto”</translation>
    </message>
    <message>
        <source>Write a poster as JSON</source>
        <translation>Gravar um pôster como JSON</translation>
    </message>
    <message>
        <source>The poster</source>
        <translation>O pôster</translation>
    </message>
    <message>
        <source>The JSON; without it, stdout</source>
        <translation>O JSON; sem ele, a saída padrão</translation>
    </message>
    <message>
        <source>Put the pictures as files into this folder, not into the JSON</source>
        <translation>Pôr as imagens como arquivos nesta pasta, não no JSON</translation>
    </message>
    <message>
        <source>Show what is in a poster</source>
        <translation>Mostrar o que há num pôster</translation>
    </message>
    <message>
        <source>Save what can be read of a damaged poster</source>
        <translation>Salvar o que se consegue ler de um pôster danificado</translation>
    </message>
    <message>
        <source>The damaged poster; it is not changed</source>
        <translation>O pôster danificado; ele não é alterado</translation>
    </message>
    <message>
        <source>The new poster</source>
        <translation>O novo pôster</translation>
    </message>
    <message>
        <source>Start from a preset: screen-png, social-jpeg, print-pdf-x4, …, or a JSON file</source>
        <translation>Partir de uma predefinição: screen-png, social-jpeg, print-pdf-x4, …, ou um arquivo JSON</translation>
    </message>
    <message>
        <source>Pixels: 1080x1350, 1080x or x1350</source>
        <translation>Pixels: 1080x1350, 1080x ou x1350</translation>
    </message>
    <message>
        <source>Millimetres, or inches: 297x420, 8x10in; with --dpi (300)</source>
        <translation>Milímetros, ou polegadas: 297x420, 8x10in; com --dpi (300)</translation>
    </message>
    <message>
        <source>Pixels of the longer side</source>
        <translation>Pixels do lado maior</translation>
    </message>
    <message>
        <source>Of the original size</source>
        <translation>Do tamanho original</translation>
    </message>
    <message>
        <source>Resolution of the file</source>
        <translation>Resolução do arquivo</translation>
    </message>
    <message>
        <source>Into the size: fit, fill (cuts off) or stretch</source>
        <translation>No tamanho: fit (inteira), fill (corta) ou stretch (estica)</translation>
    </message>
    <message>
        <source>Posters: with bleed: millimetres, or “document”</source>
        <translation>Pôsteres: com sangria, em milímetros, ou “document”</translation>
    </message>
    <message>
        <source>Posters: with bleed and crop marks</source>
        <translation>Pôsteres: com sangria e marcas de corte</translation>
    </message>
    <message>
        <source>Posters: PDF/X-4 for print shops</source>
        <translation>Pôsteres: PDF/X-4 para gráficas</translation>
    </message>
    <message>
        <source>Colours: srgb, display-p3, adobe-rgb, an installed profile such as FOGRA39L_coated, or a file</source>
        <translation>Cores: srgb, display-p3, adobe-rgb, um perfil instalado como FOGRA39L_coated, ou um arquivo</translation>
    </message>
    <message>
        <source>relative, perceptual, saturation or absolute</source>
        <translation>relative (relativa), perceptual (perceptiva), saturation (saturação) ou absolute (absoluta)</translation>
    </message>
    <message>
        <source>Black point compensation: on or off</source>
        <translation>Compensação do ponto preto: on ou off</translation>
    </message>
    <message>
        <source>CMYK; with FOGRA39L_coated unless --profile names another</source>
        <translation>CMYK; com FOGRA39L_coated, a não ser que --profile indique outro</translation>
    </message>
    <message>
        <source>Report pixels with more ink than this, percent</source>
        <translation>Relatar pixels com mais tinta do que isto, em porcentagem</translation>
    </message>
    <message>
        <source>1 to 100: JPEG, WebP, AVIF</source>
        <translation>1 a 100: JPEG, WebP, AVIF</translation>
    </message>
    <message>
        <source>The best quality whose file is no larger: 300k, 2M</source>
        <translation>A melhor qualidade cujo arquivo não passe disto: 300k, 2M</translation>
    </message>
    <message>
        <source>Per channel: 8 or 16; AVIF 8, 10 or 12</source>
        <translation>Por canal: 8 ou 16; AVIF 8, 10 ou 12</translation>
    </message>
    <message>
        <source>444 (sharp coloured text) or 420 (smaller)</source>
        <translation>444 (texto colorido nítido) ou 420 (menor)</translation>
    </message>
    <message>
        <source>TIFF: lzw, deflate or none</source>
        <translation>TIFF: lzw, deflate ou none (sem compressão)</translation>
    </message>
    <message>
        <source>WebP, AVIF</source>
        <translation>WebP, AVIF</translation>
    </message>
    <message>
        <source>JPEG</source>
        <translation>JPEG</translation>
    </message>
    <message>
        <source>Colour behind transparent pixels where the format has none: #ffffff</source>
        <translation>Cor atrás dos pixels transparentes quando o formato não tem transparência: #ffffff</translation>
    </message>
    <message>
        <source>full, no-prompts (authorship only) or none</source>
        <translation>full (tudo), no-prompts (só autoria) ou none (nada)</translation>
    </message>
    <message>
        <source>A text, or @FILE for a picture</source>
        <translation>Um texto, ou @FILE para uma imagem</translation>
    </message>
    <message>
        <source>bottom-right, centre, top, …, or tile</source>
        <translation>bottom-right (embaixo à direita), centre (centro), top (em cima), …, ou tile (repetida)</translation>
    </message>
    <message>
        <source>Height as a part of the shorter side: 0.04</source>
        <translation>Altura como fração do lado menor: 0.04</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 a 1</translation>
    </message>
    <message>
        <source>Resize in linear light</source>
        <translation>Redimensionar em luz linear</translation>
    </message>
    <message>
        <source>Never larger than the original</source>
        <translation>Nunca maior que o original</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Carregando o modelo</translation>
    </message>
    <message>
        <source>Reading the source pictures</source>
        <translation>Lendo as imagens de referência</translation>
    </message>
    <message>
        <source>Composing</source>
        <translation>Compondo</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Pintando</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Finalizando</translation>
    </message>
    <message>
        <source>picture {}/{}</source>
        <translation>imagem {}/{}</translation>
    </message>
    <message>
        <source>time left {}</source>
        <translation>faltam {}</translation>
    </message>
    <message>
        <source>this stage {}</source>
        <translation>esta etapa {}</translation>
    </message>
    <message>
        <source>There are no texts, and none were asked for.</source>
        <translation>Não há textos, e nenhum foi pedido.</translation>
    </message>
    <message>
        <source>Read the texts of a picture or poster and compare them with what was asked for</source>
        <translation>Ler os textos de uma imagem ou pôster e comparar com o que foi pedido</translation>
    </message>
    <message>
        <source>A picture, or a poster (.haibao or JSON)</source>
        <translation>Uma imagem, ou um pôster (.haibao ou JSON)</translation>
    </message>
    <message>
        <source>A text that the picture should show, instead of what its record says; again for more</source>
        <translation>Um texto que a imagem deve mostrar, em vez do que diz seu registro; repita para mais</translation>
    </message>
    <message>
        <source>Each text is right, wrong (other characters are shown), missing, extra (nobody asked for it) or not judged (too small to be
read with certainty). Live text of a poster is not read: it is wrong where it is clipped, covered, off the page, without
contrast, or stands on another text. Ends with status 4 when something is wrong.</source>
        <translation>Cada texto está certo, errado (mostra outros caracteres), ausente, a mais (ninguém o pediu) ou não julgado (pequeno demais
para ler com certeza). O texto vivo de um pôster não é lido: está errado onde é cortado, coberto, fora da página, sem
contraste, ou sobre outro texto. Termina com o código 4 quando algo está errado.</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>em curso</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausada</translation>
    </message>
    <message>
        <source>done</source>
        <translation>pronta</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>quarantined</source>
        <translation>isolada</translation>
    </message>
    <message>
        <source>The queue is paused.</source>
        <translation>A fila está pausada.</translation>
    </message>
    <message>
        <source>The queue is empty.</source>
        <translation>A fila está vazia.</translation>
    </message>
    <message>
        <source>picture {} = gallery {}</source>
        <translation>imagem {} = biblioteca {}</translation>
    </message>
    <message>
        <source>attempts: {}</source>
        <translation>tentativas: {}</translation>
    </message>
    <message>
        <source>The queue goes on.</source>
        <translation>A fila continua.</translation>
    </message>
    <message>
        <source>Numbers of jobs, see queue list</source>
        <translation>Números de tarefas, veja queue list</translation>
    </message>
    <message>
        <source>The jobs that wait, run or need a look</source>
        <translation>As tarefas que esperam, correm ou pedem atenção</translation>
    </message>
    <message>
        <source>Also those that are done or cancelled</source>
        <translation>Também as prontas ou canceladas</translation>
    </message>
    <message>
        <source>One job: its request, its pictures, why it failed</source>
        <translation>Uma tarefa: seu pedido, suas imagens, por que falhou</translation>
    </message>
    <message>
        <source>Put a job at the end; it takes what generate takes. Prints its number</source>
        <translation>Pôr uma tarefa no fim; aceita o que generate aceita. Mostra seu número</translation>
    </message>
    <message>
        <source>What the job is for, shown in lists</source>
        <translation>Para que serve a tarefa, mostrado nas listas</translation>
    </message>
    <message>
        <source>At the front instead</source>
        <translation>No início em vez do fim</translation>
    </message>
    <message>
        <source>Set aside until queue resume JOB</source>
        <translation>Deixar de lado até queue resume JOB</translation>
    </message>
    <message>
        <source>The same jobs again, at the end</source>
        <translation>As mesmas tarefas de novo, no fim</translation>
    </message>
    <message>
        <source>Pause the queue, or only the jobs named</source>
        <translation>Pausar a fila, ou só as tarefas indicadas</translation>
    </message>
    <message>
        <source>Go on with the queue, or with the jobs named</source>
        <translation>Continuar a fila, ou as tarefas indicadas</translation>
    </message>
    <message>
        <source>Cancel jobs; a running one stops within a layer</source>
        <translation>Cancelar tarefas; a que está em curso para dentro de uma camada</translation>
    </message>
    <message>
        <source>Try again what failed, was cancelled or is quarantined</source>
        <translation>Tentar de novo o que falhou, foi cancelado ou está isolado</translation>
    </message>
    <message>
        <source>Change the order</source>
        <translation>Mudar a ordem</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Para onde</translation>
    </message>
    <message>
        <source>To the front</source>
        <translation>Para o início</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Para o fim</translation>
    </message>
    <message>
        <source>Before its predecessor</source>
        <translation>Uma posição para a frente</translation>
    </message>
    <message>
        <source>Behind its successor</source>
        <translation>Uma posição para trás</translation>
    </message>
    <message>
        <source>Before that job</source>
        <translation>Antes dessa tarefa</translation>
    </message>
    <message>
        <source>Forget jobs that are over; their pictures stay in the gallery</source>
        <translation>Esquecer tarefas encerradas; as imagens ficam na biblioteca</translation>
    </message>
    <message>
        <source>All that are done or cancelled</source>
        <translation>Todas as prontas ou canceladas</translation>
    </message>
    <message>
        <source>Jobs that wait in the library, survive anything and go on where they were</source>
        <translation>Tarefas que esperam na biblioteca, sobrevivem a tudo e continuam de onde estavam</translation>
    </message>
    <message>
        <source>Work through the queue; the pictures go into the gallery</source>
        <translation>Processar a fila; as imagens vão para a biblioteca</translation>
    </message>
    <message>
        <source>Stay when the queue is empty and take what comes</source>
        <translation>Ficar quando a fila estiver vazia e pegar o que vier</translation>
    </message>
    <message>
        <source>Ctrl-C stops: the job at work waits at its place and goes on from its last step that was kept.
One process works through a library&apos;s queue; any other may add, cancel, pause and watch meanwhile.</source>
        <translation>Ctrl-C para: a tarefa em curso fica no seu lugar e continua do último passo guardado.
Um só processo percorre a fila de uma biblioteca; outros podem acrescentar, cancelar, pausar e acompanhar.</translation>
    </message>
    <message>
        <source>Waiting for jobs…</source>
        <translation>Esperando tarefas…</translation>
    </message>
    <message>
        <source>Stopping… (Ctrl-C again ends at once)</source>
        <translation>Parando… (Ctrl-C de novo encerra já)</translation>
    </message>
    <message>
        <source>Job {}</source>
        <translation>Tarefa {}</translation>
    </message>
    <message>
        <source>The queue is paused; haibao-cli queue resume lets it go on.</source>
        <translation>A fila está pausada; haibao-cli queue resume a continua.</translation>
    </message>
    <message>
        <source>done: {}, failed: {}, pictures: {}</source>
        <translation>prontas: {}, com falha: {}, imagens: {}</translation>
    </message>
    <message>
        <source>Painted texts that were not proof-read: {}. haibao-cli proof reads them, --require-proof refuses when they are wrong.</source>
        <translation>Textos pintados sem revisão: {}. haibao-cli proof os lê, --require-proof recusa quando estão errados.</translation>
    </message>
    <message>
        <source>Make a picture or a PDF of a poster</source>
        <translation>Fazer uma imagem ou um PDF de um pôster</translation>
    </message>
    <message>
        <source>The file to write: .png, .jpg, .webp, .avif, .tiff or .pdf</source>
        <translation>Arquivo a gravar: .png, .jpg, .webp, .avif, .tiff ou .pdf</translation>
    </message>
    <message>
        <source>End with status 4 when there is something to look at (missing characters, low resolution, …)</source>
        <translation>Terminar com o código 4 quando há algo a conferir (caracteres ausentes, baixa resolução, …)</translation>
    </message>
    <message>
        <source>Proof-read all texts first; end with status 4, and write nothing, when one is wrong</source>
        <translation>Revisar antes todos os textos; se um estiver errado, terminar com o código 4 sem gravar nada</translation>
    </message>
    <message>
        <source>Procedural backgrounds, painted without a model</source>
        <translation>Fundos desenhados por programa, sem modelo</translation>
    </message>
    <message>
        <source>Everything a scene can show, and in which ways</source>
        <translation>Tudo o que uma cena pode mostrar, e de que modos</translation>
    </message>
    <message>
        <source>Paint a scene into a PNG</source>
        <translation>Desenhar uma cena num PNG</translation>
    </message>
    <message>
        <source>Main subject first, e.g. mountains@left sun@right; ids: scene list</source>
        <translation>O principal primeiro, ex. mountains@left sun@right; nomes: scene list</translation>
    </message>
    <message>
        <source>Where the ground is kept calm for a title</source>
        <translation>Onde o fundo fica calmo para um título</translation>
    </message>
    <message>
        <source>A sensible random scene: all, landscapes, abstracts or objects</source>
        <translation>Uma cena aleatória coerente: all (todas), landscapes (paisagens), abstracts (abstratas) ou objects (objetos)</translation>
    </message>
    <message>
        <source>A scene as JSON, or @FILE with it</source>
        <translation>Uma cena em JSON, ou @FILE com ela</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>The PNG</source>
        <translation>O PNG</translation>
    </message>
    <message>
        <source>Replace an existing file</source>
        <translation>Substituir um arquivo existente</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Textos</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Passos</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Orientação</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Referência</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Feita com</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>The file is cut off: its end is missing.</source>
        <translation>O arquivo está cortado: falta o fim.</translation>
    </message>
    <message>
        <source>Print how a picture was made: prompt, seed, size, model, …</source>
        <translation>Mostrar como uma imagem foi feita: prompt, semente, tamanho, modelo, …</translation>
    </message>
    <message>
        <source>A PNG made by Haibao, or by another program that writes `parameters`</source>
        <translation>Um PNG feito pelo Haibao, ou por outro programa que grave `parameters`</translation>
    </message>
    <message>
        <source>Look inside typesetting: where lines may break, where characters stand</source>
        <translation>Ver a composição por dentro: onde as linhas podem quebrar, onde ficam os caracteres</translation>
    </message>
    <message>
        <source>Positions (code points) before which a line may begin, by strictness</source>
        <translation>Posições (code points) antes das quais uma linha pode começar, por rigor</translation>
    </message>
    <message>
        <source>JSON lines {&quot;id&quot;,&quot;text&quot;,&quot;lang&quot;}; default: standard input</source>
        <translation>Linhas JSON {&quot;id&quot;,&quot;text&quot;,&quot;lang&quot;}; por padrão, a entrada padrão</translation>
    </message>
    <message>
        <source>Lines and the box of every character of a text in the document&apos;s JSON form, in px</source>
        <translation>As linhas e a caixa de cada caractere de um texto na forma JSON do documento, em px</translation>
    </message>
    <message>
        <source>A text layer in JSON; - is standard input</source>
        <translation>Uma camada de texto em JSON; - é a entrada padrão</translation>
    </message>
    <message>
        <source>Use these font files only, not the system&apos;s</source>
        <translation>Usar só estes arquivos de fonte, não os do sistema</translation>
    </message>
    <message>
        <source>Only this one, for example servers on other machines: rpc:HOST:PORT[,HOST:PORT]</source>
        <translation>Só este, por exemplo servidores em outras máquinas: rpc:HOST:PORTA[,HOST:PORTA]</translation>
    </message>
    <message>
        <source>By a model</source>
        <translation>Com um modelo</translation>
    </message>
    <message>
        <source>How far the model may go from the picture, to 1: 0.2 sharpens, 0.5 invents detail</source>
        <translation>Quanto o modelo pode se afastar da imagem, até 1: 0.2 dá nitidez, 0.5 inventa detalhes</translation>
    </message>
    <message>
        <source>Painting steps of a whole picture, of which only the last ones are taken</source>
        <translation>Passos de pintura de uma imagem inteira, dos quais só os últimos são feitos</translation>
    </message>
    <message>
        <source>Same seed and settings, same picture</source>
        <translation>Mesma semente e ajustes, mesma imagem</translation>
    </message>
    <message>
        <source>What the picture shows; by default what its record says</source>
        <translation>O que a imagem mostra; por padrão, o que diz seu registro</translation>
    </message>
    <message>
        <source>Side of the tiles in pixels: 256, 512, 768, … 2048</source>
        <translation>Lado dos blocos em pixels: 256, 512, 768, … 2048</translation>
    </message>
    <message>
        <source>Lanczos works row by row: memory for the picture and a few rows. A model works tile by tile, and what is stopped goes on
with the next tile. Live text and scene layers of posters are drawn at any size anyhow and need none of this.</source>
        <translation>Lanczos trabalha linha a linha: memória para a imagem e algumas linhas. Um modelo trabalha bloco a bloco, e o que parou continua
no bloco seguinte. O texto vivo e as cenas dos pôsteres são desenhados em qualquer tamanho e não precisam disto.</translation>
    </message>
    <message>
        <source>The model&apos;s weights and all that is computed go to these machines, unencrypted and without a password. Use servers only within a network that you trust: whoever reaches their port can run code there.</source>
        <translation>Os pesos do modelo e tudo o que se calcula vão para estas máquinas, sem criptografia e sem senha. Use servidores só numa rede em que confia: quem alcança a porta deles pode executar código ali.</translation>
    </message>
    <message>
        <source>auto, cpu, vulkan0, cuda0, … (see haibao-cli devices), or other machines: rpc:HOST:PORT[,HOST:PORT]</source>
        <translation>auto, cpu, vulkan0, cuda0, … (veja haibao-cli devices), ou outras máquinas: rpc:HOST:PORTA[,HOST:PORTA]</translation>
    </message>
    <message>
        <source>Proof-read each row&apos;s texts, live and painted: report what is wrong, replace wrong painted words by live text, or retry:N other seeds</source>
        <translation>Revisar os textos de cada linha, vivos e pintados: report (relatar erros), replace (trocar o pintado errado por texto vivo), ou retry:N (outras sementes)</translation>
    </message>
    <message>
        <source>Write no row whose texts are not right; status 4 when there is one</source>
        <translation>Não gravar linha cujos textos não estejam certos; código 4 quando há alguma</translation>
    </message>
    <message>
        <source>To be made: a folder, or a file that ends in .gguf</source>
        <translation>A ser criado: uma pasta, ou um arquivo que termine em .gguf</translation>
    </message>
    <message>
        <source>Of a GGUF file&apos;s large matrices</source>
        <translation>Das matrizes grandes de um arquivo GGUF</translation>
    </message>
    <message>
        <source>slow: weights are read from the disk again and again</source>
        <translation>lento: os pesos são relidos do disco muitas vezes</translation>
    </message>
    <message>
        <source>How long it takes is known after the first picture with this model on this device; --calibrate makes a small one.</source>
        <translation>O tempo só se sabe depois da primeira imagem com este modelo neste dispositivo; --calibrate faz uma pequena.</translation>
    </message>
    <message>
        <source>Measure the time: makes a picture of 256x256 in one step first</source>
        <translation>Medir o tempo: antes faz uma imagem de 256x256 num passo</translation>
    </message>
    <message>
        <source>right</source>
        <translation>certos</translation>
    </message>
    <message>
        <source>{} wrong of {}</source>
        <translation>{} errados de {}</translation>
    </message>
    <message>
        <source>texts of picture {} (gallery {}): {}</source>
        <translation>textos da imagem {} (biblioteca {}): {}</translation>
    </message>
    <message>
        <source>with live text: {}</source>
        <translation>com texto vivo: {}</translation>
    </message>
    <message>
        <source>Read the painted texts when it is done: report what is wrong, replace it by live text, or retry:N with other seeds and know the best</source>
        <translation>Ler os textos pintados ao terminar: report (relatar erros), replace (trocar por texto vivo), ou retry:N (tentar outras sementes e saber a melhor)</translation>
    </message>
    <message>
        <source>On another device, for example cpu where a graphics card failed</source>
        <translation>Em outro dispositivo, por exemplo cpu onde uma placa de vídeo falhou</translation>
    </message>
    <message>
        <source>In another size, for example a smaller one where memory ran out</source>
        <translation>Em outro tamanho, por exemplo menor onde faltou memória</translation>
    </message>
    <message>
        <source>reading its texts</source>
        <translation>lendo os textos</translation>
    </message>
    <message>
        <source>is {}</source>
        <translation>é {}</translation>
    </message>
    <message>
        <source>Rows with texts that are not right: {}. The report says which.</source>
        <translation>Linhas com textos que não estão certos: {}. O relatório diz quais.</translation>
    </message>
    <message>
        <source>rows {}</source>
        <translation>linhas {}</translation>
    </message>
    <message>
        <source>There is no SHA256SUMS in its folder to compare with, so only impossible values were looked for.</source>
        <translation>Não há SHA256SUMS na pasta para comparar, então só se procuraram valores impossíveis.</translation>
    </message>
    <message>
        <source>Replace an existing file; without it that is an error (status 6)</source>
        <translation>Substituir um arquivo existente; sem isso é um erro (código 6)</translation>
    </message>
    <message>
        <source>lanczos, or model: a model refines what Lanczos made. By default Lanczos for the built-in model, which does no better, and the model for any other</source>
        <translation>lanczos ou model: um modelo refina o que o Lanczos fez. O padrão é Lanczos para o modelo embutido, que não faz melhor, e o modelo para qualquer outro</translation>
    </message>
    <message>
        <source>Try backends, too, that hung when they were last tried</source>
        <translation>Tentar também os backends que travaram da última vez</translation>
    </message>
    <message>
        <source>Enlarge as this PNG was enlarged by a model: size, strength, seed and so on; other options change what they name</source>
        <translation>Ampliar como este PNG foi ampliado por um modelo: tamanho, força, semente etc.; outras opções mudam o que nomeiam</translation>
    </message>
    <message>
        <source>How far the region may go from the picture: 1 makes it anew (by default), 0.3 only refines what is there</source>
        <translation>Quanto a região pode se afastar da imagem: 1 a faz de novo (padrão), 0.3 só refina o que há</translation>
    </message>
    <message>
        <source>exact, balanced or fast: how many of many painting steps are reckoned from the ones before instead of computed</source>
        <translation>exact, balanced ou fast: quantos dos muitos passos de pintura são estimados a partir dos anteriores em vez de calculados</translation>
    </message>
    <message>
        <source>fast (16-bit products where there are any), int8 (8-bit ones where there are any: quicker and coarser) or f32</source>
        <translation>fast (produtos de 16 bits onde houver), int8 (de 8 bits onde houver: mais rápido e menos fino) ou f32</translation>
    </message>
    <message>
        <source>exact, balanced or fast, as --speed of haibao-cli generate</source>
        <translation>exact, balanced ou fast, como o --speed de haibao-cli generate</translation>
    </message>
    <message>
        <source>slow: computed in smaller parts</source>
        <translation>lento: calculado em partes menores</translation>
    </message>
    <message>
        <source>very slow: memory is swapped to the disk</source>
        <translation>muito lento: a memória vai para o disco (swap)</translation>
    </message>
    <message>
        <source>Loading the model takes {} more</source>
        <translation>Carregar o modelo leva mais {}</translation>
    </message>
    <message>
        <source>{} of swap space are free beside that</source>
        <translation>Além disso há {} livres de espaço de troca (swap)</translation>
    </message>
    <message>
        <source>The field {} is unknown and has no effect.</source>
        <translation>O campo {} é desconhecido e não tem efeito.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidade</translation>
    </message>
    <message>
        <source>Repainted</source>
        <translation>Repintado</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>Ampliado</translation>
    </message>
    <message>
        <source>Enlarged from</source>
        <translation>Ampliado de</translation>
    </message>
    <message>
        <source>haibao-cli enlarge makes a picture larger.</source>
        <translation>haibao-cli enlarge amplia uma imagem.</translation>
    </message>
    <message>
        <source>{}: covered by {} of the installed font families</source>
        <translation>{}: coberta por {} das famílias de fontes instaladas</translation>
    </message>
    <message>
        <source>{}, {}×{}, {:.0f} dpi, {} times as large</source>
        <translation>{}, {}×{}, {:.0f} dpi, {} vezes maior</translation>
    </message>
    <message>
        <source>{} M parameters</source>
        <translation>{} M de parâmetros</translation>
    </message>
    <message>
        <source>slow: layers are sent to the device again and again</source>
        <translation>lento: as camadas são enviadas ao dispositivo repetidas vezes</translation>
    </message>
    <message>
        <source>slow: streams {} of {} layers to the device</source>
        <translation>lento: {} de {} camadas são enviadas ao dispositivo repetidas vezes</translation>
    </message>
    <message>
        <source>at least {}</source>
        <translation>pelo menos {}</translation>
    </message>
    <message>
        <source>feather {}, strength {}, SHA-256 {}</source>
        <translation>suavização {}, força {}, SHA-256 {}</translation>
    </message>
    <message>
        <source>{}x{}, {} ({}), strength {}, steps {}, seed {}</source>
        <translation>{}x{}, {} ({}), força {}, passos {}, semente {}</translation>
    </message>
    <message>
        <source>{} is made for about {}×{} pixels; at {}×{} it may paint hardly more than a plain ground.</source>
        <translation>{} foi feito para cerca de {}×{} pixels; com {}×{} pode pintar pouco mais que um fundo liso.</translation>
    </message>
    <message>
        <source>{} {} is not understood: write {}.{}, with a point.</source>
        <translation>{} {} não foi entendido: escreva {}.{}, com ponto.</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Subtítulo</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Local</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>painted by the model</source>
        <translation>pintado pelo modelo</translation>
    </message>
    <message>
        <source>live text</source>
        <translation>texto vivo</translation>
    </message>
    <message>
        <source>painted and live text</source>
        <translation>texto pintado e vivo</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>Nothing was written. Run again with --too-long shrink to set the texts that do not fit smaller, or with --too-long skip to leave their rows out.</source>
        <translation>Nada foi gravado. Execute de novo com --too-long shrink para diminuir os textos que não cabem, ou com --too-long skip para deixar de fora as linhas deles.</translation>
    </message>
    <message>
        <source>Nothing was written. Run again with --too-long shrink to set the texts that do not fit smaller; --only-valid leaves the rows with errors out.</source>
        <translation>Nada foi gravado. Execute de novo com --too-long shrink para diminuir os textos que não cabem; --only-valid deixa de fora as linhas com erros.</translation>
    </message>
    <message>
        <source>Texts too long for their boxes: stop before anything is written, shrink them, or skip their rows</source>
        <translation>Textos longos demais para as caixas: parar antes de gravar (stop), diminuí-los (shrink) ou pular as linhas deles (skip)</translation>
    </message>
    <message>
        <source>{} does not know {}; it paints what it knows: {}…</source>
        <translation>{} não conhece {}; pinta o que conhece: {}…</translation>
    </message>
    <message>
        <source>{} of {} rows that were read have all their texts right.</source>
        <translation>{} de {} linhas lidas têm todos os textos corretos.</translation>
    </message>
    <message>
        <source>Every row is skipped, so nothing was written.</source>
        <translation>Todas as linhas foram puladas; nada foi gravado.</translation>
    </message>
    <message>
        <source>The prompt has no text in quotes, so the poster has none.</source>
        <translation>O prompt não tem textos entre aspas, então o pôster fica sem textos.</translation>
    </message>
</context>
</TS>
