<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>--bleed takes millimetres between 0 and 100, or “document”, not “{}”.</source>
        <translation>--bleed aceita milímetros entre 0 e 100, ou “document”, não “{}”.</translation>
    </message>
    <message>
        <source>--dpi must be between 1 and 4800, not {}.</source>
        <translation>--dpi deve estar entre 1 e 4800, não {}.</translation>
    </message>
    <message>
        <source>--if-exists cannot be “{}”; it is one of unique, skip, overwrite, overwrite-if-older.</source>
        <translation>--if-exists não pode ser “{}”; é unique, skip, overwrite ou overwrite-if-older.</translation>
    </message>
    <message>
        <source>--mask needs the picture that it belongs to: --image FILE.</source>
        <translation>--mask precisa da imagem a que pertence: --image FILE.</translation>
    </message>
    <message>
        <source>--out - takes one picture and no --json.</source>
        <translation>--out - aceita uma só imagem e não combina com --json.</translation>
    </message>
    <message>
        <source>--proof takes report, replace, or retry:N with N from 1 to 20, not {}.</source>
        <translation>--proof aceita report, replace ou retry:N com N de 1 a 20, não {}.</translation>
    </message>
    <message>
        <source>--random takes all, landscapes, abstracts or objects.</source>
        <translation>--random aceita all, landscapes, abstracts ou objects.</translation>
    </message>
    <message>
        <source>A --prompt is needed (or --from a picture).</source>
        <translation>Falta um --prompt (ou --from com uma imagem).</translation>
    </message>
    <message>
        <source>A delimiter is one character, or the word tab, not “{}”.</source>
        <translation>O separador é um caractere, ou a palavra tab, não “{}”.</translation>
    </message>
    <message>
        <source>A poster says itself what it should show; --expect is for pictures.</source>
        <translation>Um pôster já diz o que deve mostrar; --expect é para imagens.</translation>
    </message>
    <message>
        <source>A region of {} was repainted; name its base first with --image and the mask with --mask.</source>
        <translation>Uma região de {} foi repintada; indique primeiro a base com --image e a máscara com --mask.</translation>
    </message>
    <message>
        <source>A subcommand is required</source>
        <translation>Falta um comando</translation>
    </message>
    <message>
        <source>Another process works through this queue already; what you add is done there.</source>
        <translation>Outro processo já percorre esta fila; o que for acrescentado será feito por ele.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>Cancelled; the worker was ended at once.</source>
        <translation>Cancelado; o processo de cálculo foi encerrado na hora.</translation>
    </message>
    <message>
        <source>Could not convert: {} = {}</source>
        <translation>Valor não reconhecido: {} = {}</translation>
    </message>
    <message>
        <source>Exactly 1 option from [{}] is required</source>
        <translation>É preciso exatamente 1 opção de [{}]</translation>
    </message>
    <message>
        <source>Exactly 1 option from [{}] is required and {} were given</source>
        <translation>É preciso exatamente 1 opção de [{}], e foram dadas {}</translation>
    </message>
    <message>
        <source>Expected exactly {} arguments to {}, got {}</source>
        <translation>{1} espera {0} argumentos, recebeu {2}</translation>
    </message>
    <message>
        <source>Line {} of {} cannot be used: {}.</source>
        <translation>A linha {} de {} não pode ser usada: {}.</translation>
    </message>
    <message>
        <source>Memory does not suffice for a picture of this size.</source>
        <translation>A memória não basta para uma imagem deste tamanho.</translation>
    </message>
    <message>
        <source>Memory ran out; close other programs.</source>
        <translation>Acabou a memória; feche outros programas.</translation>
    </message>
    <message>
        <source>Name the pictures, posters or folders to export.</source>
        <translation>Indique as imagens, os pôsteres ou as pastas a exportar.</translation>
    </message>
    <message>
        <source>Name the pictures: their numbers, or --query with a search.</source>
        <translation>Indique as imagens: os números, ou --query com uma busca.</translation>
    </message>
    <message>
        <source>Pictures are written as PNG; let the name end in .png instead of {}.</source>
        <translation>As imagens são gravadas em PNG; termine o nome em .png em vez de {}.</translation>
    </message>
    <message>
        <source>Row {} has no picture. {}</source>
        <translation>A linha {} não tem imagem. {}</translation>
    </message>
    <message>
        <source>Scenes are painted from 16 to 16384 pixels a side.</source>
        <translation>As cenas têm de 16 a 16384 pixels por lado.</translation>
    </message>
    <message>
        <source>Stopped while painting; the pictures made so far are kept, and the same command goes on from here.</source>
        <translation>Parado durante a pintura; as imagens prontas ficam, e o mesmo comando continua daqui.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Parado.</translation>
    </message>
    <message>
        <source>Stopped; the queue goes on from here with haibao-cli queue run.</source>
        <translation>Parado; haibao-cli queue run continua a fila daqui.</translation>
    </message>
    <message>
        <source>Stopped; the same command goes on from here.</source>
        <translation>Parado; o mesmo comando continua daqui.</translation>
    </message>
    <message>
        <source>The checksum of {} is none.</source>
        <translation>A soma de verificação de {} não é válida.</translation>
    </message>
    <message>
        <source>The folder {} does not lie beside the JSON or below it, where its pictures are looked for; choose another one.</source>
        <translation>A pasta {} não está ao lado do JSON nem abaixo dele, onde as imagens são procuradas; escolha outra.</translation>
    </message>
    <message>
        <source>The following argument was not expected: {}</source>
        <translation>Argumento inesperado: {}</translation>
    </message>
    <message>
        <source>The following arguments were not expected: {}</source>
        <translation>Argumentos inesperados: {}</translation>
    </message>
    <message>
        <source>The layer holds no text; give one with a &quot;text&quot;.</source>
        <translation>A camada não tem texto; dê uma com &quot;text&quot;.</translation>
    </message>
    <message>
        <source>The output could not be written; is the disk full?</source>
        <translation>Não foi possível gravar a saída; o disco está cheio?</translation>
    </message>
    <message>
        <source>The picture could not be written to the output.</source>
        <translation>Não foi possível gravar a imagem na saída.</translation>
    </message>
    <message>
        <source>The picture painted for row {} cannot be read any more.</source>
        <translation>A imagem pintada para a linha {} não pode mais ser lida.</translation>
    </message>
    <message>
        <source>The program met an error that it did not expect.</source>
        <translation>O programa encontrou um erro inesperado.</translation>
    </message>
    <message>
        <source>The scene&apos;s description is no JSON object: {}.</source>
        <translation>A descrição da cena não é um objeto JSON: {}.</translation>
    </message>
    <message>
        <source>The standard input is larger than 64 MB.</source>
        <translation>A entrada padrão passa de 64 MB.</translation>
    </message>
    <message>
        <source>The trace {} cannot be written: {}.</source>
        <translation>O registro {} não pode ser gravado: {}.</translation>
    </message>
    <message>
        <source>The worker did not answer for {} minutes and was stopped.</source>
        <translation>O processo de cálculo não respondeu por {} minutos e foi parado.</translation>
    </message>
    <message>
        <source>There is no format “{}”; let the name end in .png, .jpg, .webp, .avif, .tiff or .pdf.</source>
        <translation>Não há o formato “{}”; termine o nome em .png, .jpg, .webp, .avif, .tiff ou .pdf.</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>Não há nada a exportar.</translation>
    </message>
    <message>
        <source>{} cannot be “{}”; it is one of {}.</source>
        <translation>{} não pode ser “{}”; as opções são {}.</translation>
    </message>
    <message>
        <source>{} does not end in .png, .jpg, .webp, .avif or .tiff.</source>
        <translation>{} não termina em .png, .jpg, .webp, .avif ou .tiff.</translation>
    </message>
    <message>
        <source>{} excludes {}</source>
        <translation>{} não combina com {}</translation>
    </message>
    <message>
        <source>{} exists already; give the trace another name, or add --overwrite.</source>
        <translation>{} já existe; dê outro nome ao registro, ou acrescente --overwrite.</translation>
    </message>
    <message>
        <source>{} has {}×{} pixels already; {} needs no more.</source>
        <translation>{} já tem {}×{} pixels; {} não precisa de mais.</translation>
    </message>
    <message>
        <source>{} is of a kind that a poster cannot hold; convert it to PNG.</source>
        <translation>{} é de um tipo que um pôster não aceita; converta para PNG.</translation>
    </message>
    <message>
        <source>{} is required</source>
        <translation>Falta {}, que é obrigatório</translation>
    </message>
    <message>
        <source>{} of {} texts are not as they should be; nothing was written.</source>
        <translation>{} de {} textos não estão como deveriam; nada foi gravado.</translation>
    </message>
    <message>
        <source>{} requires {}</source>
        <translation>{} exige {}</translation>
    </message>
    <message>
        <source>{} was given a disallowed flag override</source>
        <translation>{} é uma opção sem valor</translation>
    </message>
    <message>
        <source>{} was made from {} source picture(s); name the same with --image.</source>
        <translation>{} foi feita a partir de {} imagem(ns) de referência; indique as mesmas com --image.</translation>
    </message>
    <message>
        <source>{} was made with the model {} ({}), not with the built-in one; name its folder with --model.</source>
        <translation>{} foi feita com o modelo {} ({}), não com o embutido; indique a pasta dele com --model.</translation>
    </message>
    <message>
        <source>{}: At Most {} required but received {}</source>
        <translation>{}: no máximo {}, mas recebeu {}</translation>
    </message>
    <message>
        <source>{}: At least {} required but received {}</source>
        <translation>{}: pelo menos {}, mas recebeu {}</translation>
    </message>
    <message>
        <source>{}: Value {} not in range [{} - {}]</source>
        <translation>{}: {} está fora do intervalo de {} a {}</translation>
    </message>
    <message>
        <source>{}: too many inputs for a flag</source>
        <translation>{}: valores demais para uma opção sem valor</translation>
    </message>
    <message>
        <source>{}: {} not in {{{}}}</source>
        <translation>{}: {} não está em {{{}}}</translation>
    </message>
    <message>
        <source>{}: {} required {} missing</source>
        <translation>{}: faltam {} {}</translation>
    </message>
    <message>
        <source>“{}” is no file size; write --target-size 300k or 2M.</source>
        <translation>“{}” não é um tamanho de arquivo; escreva --target-size 300k ou 2M.</translation>
    </message>
    <message>
        <source>“{}” is no size; write {} 1080x1350, or 1080x and x1350 to keep the proportions.</source>
        <translation>“{}” não é um tamanho; escreva {} 1080x1350, ou 1080x e x1350 para manter as proporções.</translation>
    </message>
    <message>
        <source>A PDF in CMYK needs the printer&apos;s profile; choose one such as FOGRA39L_coated.</source>
        <translation>Um PDF em CMYK precisa do perfil da gráfica; escolha um, como FOGRA39L_coated.</translation>
    </message>
    <message>
        <source>A PDF is measured in millimetres, not in pixels.</source>
        <translation>Um PDF se mede em milímetros, não em pixels.</translation>
    </message>
    <message>
        <source>A PDF needs at least one page.</source>
        <translation>Um PDF precisa de ao menos uma página.</translation>
    </message>
    <message>
        <source>A PDF page of {:.0f}×{:.0f} mm cannot be; sides may have 1 mm to 5,080 mm.</source>
        <translation>Não pode haver página PDF de {:.0f}×{:.0f} mm; os lados vão de 1 mm a 5.080 mm.</translation>
    </message>
    <message>
        <source>A cache for {} sequences of {} tokens makes no sense.</source>
        <translation>Um cache para {} sequências de {} tokens não faz sentido.</translation>
    </message>
    <message>
        <source>A feather of {} pixels is not between 0 and {}.</source>
        <translation>Uma suavização de {} pixels não está entre 0 e {}.</translation>
    </message>
    <message>
        <source>A file size can only be aimed at with JPEG, or with WebP and AVIF when they may lose detail.</source>
        <translation>Só dá para visar um tamanho de arquivo com JPEG, ou com WebP e AVIF com perda.</translation>
    </message>
    <message>
        <source>A folder cannot be copied into itself.</source>
        <translation>Uma pasta não pode ser copiada para dentro de si mesma.</translation>
    </message>
    <message>
        <source>A graph&apos;s operations name what is not there, or have impossible times.</source>
        <translation>As operações de um grafo citam o que não existe, ou têm tempos impossíveis.</translation>
    </message>
    <message>
        <source>A graph&apos;s operations take {} bytes, which is no multiple of {}.</source>
        <translation>As operações de um grafo ocupam {} bytes, que não é múltiplo de {}.</translation>
    </message>
    <message>
        <source>A grid of {}×{} patches needs {} values; {} were given.</source>
        <translation>Uma grade de {}×{} precisa de {} valores; foram dados {}.</translation>
    </message>
    <message>
        <source>A guidance of {} makes no picture. Choose from 0 to 100; 1.5 is usual.</source>
        <translation>Com orientação {} não sai imagem. Escolha de 0 a 100; 1,5 é o usual.</translation>
    </message>
    <message>
        <source>A job makes 1 to {} pictures, not {}.</source>
        <translation>Uma tarefa faz de 1 a {} imagens, não {}.</translation>
    </message>
    <message>
        <source>A job takes at most {} reference pictures, not {}.</source>
        <translation>Uma tarefa aceita no máximo {} imagens de referência, não {}.</translation>
    </message>
    <message>
        <source>A message holds fewer latents than the {} it speaks of.</source>
        <translation>Uma mensagem contém menos latentes do que os {} que anuncia.</translation>
    </message>
    <message>
        <source>A message holds fewer pixels than its {}×{} picture needs.</source>
        <translation>Uma mensagem contém menos pixels do que a imagem de {}×{} precisa.</translation>
    </message>
    <message>
        <source>A message holds fewer values than its mask of {}×{} needs.</source>
        <translation>Uma mensagem contém menos valores do que a máscara de {}×{} precisa.</translation>
    </message>
    <message>
        <source>A message holds {} bytes more than its pictures need.</source>
        <translation>Uma mensagem contém {} bytes a mais do que as imagens precisam.</translation>
    </message>
    <message>
        <source>A message of {} + {} bytes is too large for the worker; use fewer or smaller pictures.</source>
        <translation>Uma mensagem de {} + {} bytes é grande demais para o processo de cálculo; use menos imagens ou menores.</translation>
    </message>
    <message>
        <source>A model of {} times the released width makes no sense; choose from 0.03 to 2.</source>
        <translation>Um modelo de {} vezes a largura do publicado não faz sentido; escolha de 0,03 a 2.</translation>
    </message>
    <message>
        <source>A page of {} × {} points cannot be written.</source>
        <translation>Uma página de {} × {} pontos não pode ser gravada.</translation>
    </message>
    <message>
        <source>A painting can only be gone on with together with its visual tokens.</source>
        <translation>Uma pintura só pode continuar junto com seus tokens visuais.</translation>
    </message>
    <message>
        <source>A picture alone does not become a PDF; put it on a poster, or choose another preset.</source>
        <translation>Uma imagem sozinha não vira PDF; ponha-a num pôster, ou escolha outra predefinição.</translation>
    </message>
    <message>
        <source>A picture has 0 to 5 stars, not {}.</source>
        <translation>Uma imagem tem de 0 a 5 estrelas, não {}.</translation>
    </message>
    <message>
        <source>A picture has more rows than it said.</source>
        <translation>A imagem tem mais linhas do que dizia.</translation>
    </message>
    <message>
        <source>A picture of {:.0f} × {:.0f} pixels cannot be painted; at most {} × {} are possible. Choose a lower resolution or a smaller page.</source>
        <translation>Não dá para desenhar uma imagem de {:.0f} × {:.0f} pixels; o máximo é {} × {}. Escolha resolução menor ou página menor.</translation>
    </message>
    <message>
        <source>A picture of {} rows ended after {}.</source>
        <translation>Uma imagem de {} linhas terminou após {}.</translation>
    </message>
    <message>
        <source>A picture of {}x{} pixels cannot be painted: {}. The nearest size is {}x{}.</source>
        <translation>Não dá para pintar uma imagem de {}x{} pixels: {}. O tamanho mais próximo é {}x{}.</translation>
    </message>
    <message>
        <source>A picture of {}×{} cannot be read for words.</source>
        <translation>Não dá para ler textos numa imagem de {}×{}.</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels cannot be encoded: its sides must be multiples of {}.</source>
        <translation>Uma imagem de {}×{} pixels não pode ser codificada: os lados devem ser múltiplos de {}.</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels cannot be made: sides lie between {} and {}.</source>
        <translation>Não dá para fazer uma imagem de {}×{} pixels: os lados vão de {} a {}.</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels cannot be written.</source>
        <translation>Uma imagem de {}×{} pixels não pode ser gravada.</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels cannot be written; it needs at least one pixel.</source>
        <translation>Uma imagem de {}×{} pixels não pode ser gravada; precisa de ao menos um pixel.</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels does not fit into memory; choose a smaller size.</source>
        <translation>Uma imagem de {}×{} pixels não cabe na memória; escolha um tamanho menor.</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels is not possible: sides go from 32 to 16384.</source>
        <translation>Uma imagem de {}×{} pixels não é possível: os lados vão de 32 a 16384.</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels is too long to repaint a part of it: one side may be at most {} times the other. Crop it.</source>
        <translation>Uma imagem de {}×{} pixels é comprida demais para repintar uma parte: um lado pode ter no máximo {} vezes o outro. Corte-a.</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels is too small to repaint a part of it; each side needs {}.</source>
        <translation>Uma imagem de {}×{} pixels é pequena demais para repintar uma parte; cada lado precisa de {}.</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels with {} bytes cannot be written.</source>
        <translation>Uma imagem de {}×{} pixels com {} bytes não pode ser gravada.</translation>
    </message>
    <message>
        <source>A picture of {}×{} visual tokens cannot be drawn.</source>
        <translation>Uma imagem de {}×{} tokens visuais não pode ser desenhada.</translation>
    </message>
    <message>
        <source>A picture was read beyond its last row.</source>
        <translation>A imagem foi lida além da última linha.</translation>
    </message>
    <message>
        <source>A quoted text of {} characters is too long for a poster; {} are possible.</source>
        <translation>Um texto entre aspas de {} caracteres é longo demais para um pôster; cabem {}.</translation>
    </message>
    <message>
        <source>A repainted picture keeps the size of its base; leave the size out.</source>
        <translation>Uma imagem repintada mantém o tamanho da base; não indique o tamanho.</translation>
    </message>
    <message>
        <source>A resolution is between 36 and 2400 dpi, not {}.</source>
        <translation>A resolução vai de 36 a 2400 dpi, não {}.</translation>
    </message>
    <message>
        <source>A search takes one colour: or one similar:, not several.</source>
        <translation>Uma busca aceita um só colour: ou similar:.</translation>
    </message>
    <message>
        <source>A size needs both width and height.</source>
        <translation>Um tamanho precisa de largura e altura.</translation>
    </message>
    <message>
        <source>A source picture of {}×{} visual tokens is not possible.</source>
        <translation>Uma imagem de referência de {}×{} tokens visuais não é possível.</translation>
    </message>
    <message>
        <source>A tag needs a name.</source>
        <translation>Uma etiqueta precisa de um nome.</translation>
    </message>
    <message>
        <source>A text needs ids from 0 to {}, but the glyph encoder knows only {}.</source>
        <translation>Um texto precisa de ids de 0 a {}, mas o codificador de glifos só conhece {}.</translation>
    </message>
    <message>
        <source>A text of {} bytes is too long for the glyph encoder. Shorten it.</source>
        <translation>Um texto de {} bytes é longo demais para o codificador de glifos. Encurte-o.</translation>
    </message>
    <message>
        <source>A text without extent cannot be warped.</source>
        <translation>Um texto sem extensão não pode ser deformado.</translation>
    </message>
    <message>
        <source>A value could not be handed to the database (SQLite error {}).</source>
        <translation>Um valor não pôde ser passado ao banco de dados (erro {} do SQLite).</translation>
    </message>
    <message>
        <source>A visual token lies outside the model&apos;s {} codes.</source>
        <translation>Um token visual está fora dos {} códigos do modelo.</translation>
    </message>
    <message>
        <source>A watermark cannot be at “{}”; it can be at {}.</source>
        <translation>A marca-d’água não pode ficar em “{}”; pode ficar em {}.</translation>
    </message>
    <message>
        <source>A width or a height is needed for the size.</source>
        <translation>O tamanho precisa de uma largura ou altura.</translation>
    </message>
    <message>
        <source>A {} of {} pixels cannot be painted: sides are multiples of {} from {} to {}. The nearest is {}.</source>
        <translation>Não dá para pintar {} de {} pixels: os lados são múltiplos de {} de {} a {}. O mais próximo é {}.</translation>
    </message>
    <message>
        <source>An album needs a name.</source>
        <translation>Um álbum precisa de um nome.</translation>
    </message>
    <message>
        <source>An encoder went back to bytes that it never wrote.</source>
        <translation>Um codificador voltou a bytes que nunca gravou.</translation>
    </message>
    <message>
        <source>An entry of &quot;devices&quot; is no object.</source>
        <translation>Um item de &quot;devices&quot; não é um objeto.</translation>
    </message>
    <message>
        <source>An entry of &quot;threads&quot; is no object.</source>
        <translation>Um item de &quot;threads&quot; não é um objeto.</translation>
    </message>
    <message>
        <source>An envelope needs 12 points, {} are there.</source>
        <translation>Um envelope precisa de 12 pontos, há {}.</translation>
    </message>
    <message>
        <source>Another process is writing {} just now.</source>
        <translation>Outro processo está gravando {} agora.</translation>
    </message>
    <message>
        <source>CMYK pictures have 8 bits per channel here; choose 8 bits, or an RGB profile.</source>
        <translation>Imagens CMYK têm aqui 8 bits por canal; escolha 8 bits, ou um perfil RGB.</translation>
    </message>
    <message>
        <source>Colours cannot be converted from “{}” to “{}”: a profile lacks the tables for it.</source>
        <translation>As cores não podem ser convertidas de “{}” para “{}”: falta a tabela em um dos perfis.</translation>
    </message>
    <message>
        <source>ICU cannot normalise this text ({}).</source>
        <translation>A ICU não consegue normalizar este texto ({}).</translation>
    </message>
    <message>
        <source>ICU&apos;s data for {} is missing.</source>
        <translation>Faltam os dados da ICU para {}.</translation>
    </message>
    <message>
        <source>Job {} does not wait in the queue, so it has no place there; retry or duplicate it.</source>
        <translation>A tarefa {} não espera na fila, então não tem lugar nela; tente de novo ou duplique-a.</translation>
    </message>
    <message>
        <source>Job {} is {}; cancel it before it is removed.</source>
        <translation>A tarefa {} está {}; cancele-a antes de remover.</translation>
    </message>
    <message>
        <source>Job {} is {}; it cannot be {}.</source>
        <translation>A tarefa {} está {}; não pode ser {}.</translation>
    </message>
    <message>
        <source>Line {} has more than {} cells; is the delimiter another one?</source>
        <translation>A linha {} tem mais de {} células; o separador será outro?</translation>
    </message>
    <message>
        <source>Line {} holds a NUL character: this is no table of text, or its encoding is another one.</source>
        <translation>A linha {} tem um caractere nulo: isto não é uma tabela de texto, ou a codificação é outra.</translation>
    </message>
    <message>
        <source>Line {}: a cell is longer than a million characters; is a quote missing before?</source>
        <translation>Linha {}: uma célula passa de um milhão de caracteres; falta uma aspa antes?</translation>
    </message>
    <message>
        <source>Line {}: text follows the closing quote of a cell; quotes inside a quoted cell are written twice.</source>
        <translation>Linha {}: há texto após a aspa final de uma célula; aspas dentro dela se escrevem em dobro.</translation>
    </message>
    <message>
        <source>Memory does not suffice to decode {}.</source>
        <translation>A memória não basta para decodificar {}.</translation>
    </message>
    <message>
        <source>Memory does not suffice to read {}.</source>
        <translation>A memória não basta para ler {}.</translation>
    </message>
    <message>
        <source>Memory does not suffice to save {}.</source>
        <translation>A memória não basta para salvar {}.</translation>
    </message>
    <message>
        <source>Memory ran out at {}.</source>
        <translation>Acabou a memória em {}.</translation>
    </message>
    <message>
        <source>Memory ran out during this job; choose a smaller size, fewer pictures at once, or close other programs.</source>
        <translation>Acabou a memória nesta tarefa; escolha um tamanho menor, menos imagens de uma vez, ou feche outros programas.</translation>
    </message>
    <message>
        <source>Memory ran out for the picture without its words; close other programs.</source>
        <translation>Acabou a memória para a imagem sem as palavras; feche outros programas.</translation>
    </message>
    <message>
        <source>Memory ran out while a WebP was made; choose a smaller size.</source>
        <translation>Acabou a memória ao fazer um WebP; escolha um tamanho menor.</translation>
    </message>
    <message>
        <source>Memory ran out while an AVIF was made; choose a smaller size.</source>
        <translation>Acabou a memória ao fazer um AVIF; escolha um tamanho menor.</translation>
    </message>
    <message>
        <source>Memory ran out while the PDF was made; a lower effect resolution or smaller pictures help.</source>
        <translation>Acabou a memória ao fazer o PDF; resolução menor dos efeitos ou imagens menores ajudam.</translation>
    </message>
    <message>
        <source>More rows were asked for than the page has.</source>
        <translation>Foram pedidas mais linhas do que a página tem.</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Nenhum modelo carregado.</translation>
    </message>
    <message>
        <source>No thumbnail could be made of {}.</source>
        <translation>Não foi possível criar a miniatura de {}.</translation>
    </message>
    <message>
        <source>No worker listens at {}; it may have ended. Start one with haibao-cli generate --inspect.</source>
        <translation>Nenhum processo de cálculo atende em {}; talvez tenha terminado. Inicie um com haibao-cli generate --inspect.</translation>
    </message>
    <message>
        <source>Not enough memory for a picture of this size. Choose a smaller size.</source>
        <translation>Não há memória para uma imagem deste tamanho. Escolha um menor.</translation>
    </message>
    <message>
        <source>Not enough memory on {} for this picture. Choose a smaller size.</source>
        <translation>Não há memória em {} para esta imagem. Escolha um tamanho menor.</translation>
    </message>
    <message>
        <source>Nothing in {} can be read any more.</source>
        <translation>Nada em {} pode mais ser lido.</translation>
    </message>
    <message>
        <source>Nothing was made.</source>
        <translation>Nada foi feito.</translation>
    </message>
    <message>
        <source>PDF/X-4 needs the printer&apos;s CMYK profile; choose one such as FOGRA39L_coated.</source>
        <translation>PDF/X-4 precisa do perfil CMYK da gráfica; escolha um, como FOGRA39L_coated.</translation>
    </message>
    <message>
        <source>Pages are painted in RGB; grey and CMYK pictures are converted from that.</source>
        <translation>As páginas são desenhadas em RGB; imagens em cinza e CMYK são convertidas a partir disso.</translation>
    </message>
    <message>
        <source>Painting broke down at step {}: the model gave values that are no numbers. Check the model (haibao-cli models verify), or use --precision f32.</source>
        <translation>A pintura falhou no passo {}: o modelo deu valores que não são números. Verifique o modelo (haibao-cli models verify), ou use --precision f32.</translation>
    </message>
    <message>
        <source>Picture {} is not in the library, or how it looks was not worked out yet (haibao-cli gallery check).</source>
        <translation>A imagem {} não está na biblioteca, ou sua aparência ainda não foi analisada (haibao-cli gallery check).</translation>
    </message>
    <message>
        <source>Prompt and picture need {} tokens, but this model reads at most {}. Shorten the prompt or choose a smaller size.</source>
        <translation>Prompt e imagem precisam de {} tokens, mas este modelo lê no máximo {}. Encurte o prompt ou escolha um tamanho menor.</translation>
    </message>
    <message>
        <source>Reading the source picture on {} gave values that are not numbers. Try --device cpu, or check the model&apos;s files.</source>
        <translation>A leitura da imagem de referência em {} deu valores que não são números. Tente --device cpu, ou verifique os arquivos do modelo.</translation>
    </message>
    <message>
        <source>SHA256SUMS: line {} is not a checksum and a file of this folder.</source>
        <translation>SHA256SUMS: a linha {} não é uma soma e um arquivo desta pasta.</translation>
    </message>
    <message>
        <source>Stopped; the next time it goes on from here.</source>
        <translation>Parado; da próxima vez continua daqui.</translation>
    </message>
    <message>
        <source>Tesseract could not read a part of the picture of {}×{} pixels.</source>
        <translation>O Tesseract não conseguiu ler uma parte de {}×{} pixels da imagem.</translation>
    </message>
    <message>
        <source>Texts cannot be read: Tesseract&apos;s data for {} is missing. Install the packages tesseract-ocr-eng, -por, -chi-sim, -chi-sim-vert and -chi-tra.</source>
        <translation>Não dá para ler textos: faltam os dados do Tesseract para {}. Instale os pacotes tesseract-ocr-eng, -por, -chi-sim, -chi-sim-vert e -chi-tra.</translation>
    </message>
    <message>
        <source>That size leaves less than a pixel of {:.0f}×{:.0f}; choose a larger one.</source>
        <translation>Esse tamanho deixa menos de um pixel de {:.0f}×{:.0f}; escolha um maior.</translation>
    </message>
    <message>
        <source>The PDF could not be made.</source>
        <translation>Não foi possível fazer o PDF.</translation>
    </message>
    <message>
        <source>The autoencoder needs {:.1f} GB for a picture of {}×{} pixels, but {:.1f} GB are free. Choose a smaller size, or close other programs.</source>
        <translation>O autocodificador precisa de {:.1f} GB para uma imagem de {}×{} pixels, mas há {:.1f} GB livres. Escolha um tamanho menor, ou feche outros programas.</translation>
    </message>
    <message>
        <source>The autoencoder&apos;s result on {} is not a number. Try --device cpu, or check the model with haibao-cli models verify.</source>
        <translation>O resultado do autocodificador em {} não é um número. Tente --device cpu, ou verifique o modelo com haibao-cli models verify.</translation>
    </message>
    <message>
        <source>The broken database {} could not be set aside; {}</source>
        <translation>Não foi possível pôr de lado o banco de dados danificado {}; {}</translation>
    </message>
    <message>
        <source>The built-in model is not in {}; reinstall Haibao or name another model.</source>
        <translation>O modelo embutido não está em {}; reinstale o Haibao ou indique outro modelo.</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>A verificação foi cancelada.</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>A verificação foi interrompida.</translation>
    </message>
    <message>
        <source>The checkpoint takes {:.1f} GB, but {:.1f} GB are free.</source>
        <translation>O modelo ocupa {:.1f} GB, mas há {:.1f} GB livres.</translation>
    </message>
    <message>
        <source>The checkpoint was not finished.</source>
        <translation>O modelo não foi terminado.</translation>
    </message>
    <message>
        <source>The condition cache is too small for its pictures.</source>
        <translation>O cache de condições é pequeno demais para as imagens.</translation>
    </message>
    <message>
        <source>The conversion was stopped; the same command goes on with it.</source>
        <translation>A conversão foi interrompida; o mesmo comando a continua.</translation>
    </message>
    <message>
        <source>The copy of the broken database could not be written.</source>
        <translation>A cópia do banco de dados danificado não pôde ser gravada.</translation>
    </message>
    <message>
        <source>The device {} ({}) could not be started. Check its driver, or use --device cpu.</source>
        <translation>O dispositivo {} ({}) não pôde ser iniciado. Verifique o driver, ou use --device cpu.</translation>
    </message>
    <message>
        <source>The device {} has no room for {} MiB more. Choose a smaller size or another device.</source>
        <translation>O dispositivo {} não tem lugar para mais {} MiB. Escolha um tamanho menor ou outro dispositivo.</translation>
    </message>
    <message>
        <source>The field &quot;devices&quot; is missing or no list.</source>
        <translation>O campo &quot;devices&quot; falta ou não é uma lista.</translation>
    </message>
    <message>
        <source>The field &quot;image&quot; is missing.</source>
        <translation>Falta o campo &quot;image&quot;.</translation>
    </message>
    <message>
        <source>The field &quot;painted&quot; is not a list.</source>
        <translation>O campo &quot;painted&quot; não é uma lista.</translation>
    </message>
    <message>
        <source>The field &quot;point&quot; is missing.</source>
        <translation>Falta o campo &quot;point&quot;.</translation>
    </message>
    <message>
        <source>The field &quot;sources&quot; is not a list.</source>
        <translation>O campo &quot;sources&quot; não é uma lista.</translation>
    </message>
    <message>
        <source>The field &quot;threads&quot; is no list.</source>
        <translation>O campo &quot;threads&quot; não é uma lista.</translation>
    </message>
    <message>
        <source>The folder {} could not be read to its end.</source>
        <translation>A pasta {} não pôde ser lida até o fim.</translation>
    </message>
    <message>
        <source>The folder {} could not be read.</source>
        <translation>A pasta {} não pôde ser lida.</translation>
    </message>
    <message>
        <source>The folder {} for the inspector&apos;s socket cannot be made: {}.</source>
        <translation>A pasta {} do soquete do inspetor não pode ser criada: {}.</translation>
    </message>
    <message>
        <source>The folder {} for the inspector&apos;s socket does not belong to you alone; remove it.</source>
        <translation>A pasta {} do soquete do inspetor não é só sua; remova-a.</translation>
    </message>
    <message>
        <source>The font file {} cannot be read; check its rights.</source>
        <translation>O arquivo de fonte {} não pode ser lido; verifique as permissões.</translation>
    </message>
    <message>
        <source>The font {} could not be put into the PDF.</source>
        <translation>A fonte {} não pôde ser posta no PDF.</translation>
    </message>
    <message>
        <source>The font {} has no outlines.</source>
        <translation>A fonte {} não tem contornos.</translation>
    </message>
    <message>
        <source>The font {} is cut off or damaged; install it again.</source>
        <translation>A fonte {} está cortada ou danificada; instale-a de novo.</translation>
    </message>
    <message>
        <source>The font {} is damaged.</source>
        <translation>A fonte {} está danificada.</translation>
    </message>
    <message>
        <source>The font {} is damaged: tables that every font needs are missing.</source>
        <translation>A fonte {} está danificada: faltam tabelas que toda fonte precisa ter.</translation>
    </message>
    <message>
        <source>The four corners of the perspective lie on a line. Move them apart.</source>
        <translation>Os quatro cantos da perspectiva estão numa linha. Afaste-os.</translation>
    </message>
    <message>
        <source>The four corners of the perspective must go round clockwise without a dent. Move them apart.</source>
        <translation>Os quatro cantos da perspectiva devem seguir em sentido horário, sem reentrância. Afaste-os.</translation>
    </message>
    <message>
        <source>The generation record was written by a later version of Haibao ({}).</source>
        <translation>O registro da geração foi gravado por uma versão mais nova do Haibao ({}).</translation>
    </message>
    <message>
        <source>The glyph encoder was given a text without ids.</source>
        <translation>O codificador de glifos recebeu um texto sem ids.</translation>
    </message>
    <message>
        <source>The inspector&apos;s socket {} cannot be opened: {}.</source>
        <translation>O soquete do inspetor {} não pode ser aberto: {}.</translation>
    </message>
    <message>
        <source>The installed libwebp is of another version.</source>
        <translation>A libwebp instalada é de outra versão.</translation>
    </message>
    <message>
        <source>The job keeps visual tokens of {} pictures, but {} are wanted.</source>
        <translation>A tarefa guarda tokens visuais de {} imagens, mas são pedidas {}.</translation>
    </message>
    <message>
        <source>The job was cancelled.</source>
        <translation>A tarefa foi cancelada.</translation>
    </message>
    <message>
        <source>The kept painting has {} steps behind it, but the job has {}.</source>
        <translation>A pintura guardada tem {} passos feitos, mas a tarefa tem {}.</translation>
    </message>
    <message>
        <source>The kept painting has {} values, but a picture of {}×{} has {}.</source>
        <translation>A pintura guardada tem {} valores, mas uma imagem de {}×{} tem {}.</translation>
    </message>
    <message>
        <source>The kept painting of picture {} belongs to no picture of this job.</source>
        <translation>A pintura guardada da imagem {} não pertence a nenhuma imagem desta tarefa.</translation>
    </message>
    <message>
        <source>The kept painting of picture {} is damaged.</source>
        <translation>A pintura guardada da imagem {} está danificada.</translation>
    </message>
    <message>
        <source>The kept visual tokens are {}, but a picture of {}×{} has {}.</source>
        <translation>Os tokens visuais guardados são {}, mas uma imagem de {}×{} tem {}.</translation>
    </message>
    <message>
        <source>The language model computed values that are no numbers. Check the model&apos;s files (verify), or try --device cpu.</source>
        <translation>O modelo de linguagem calculou valores que não são números. Verifique os arquivos do modelo (verify), ou tente --device cpu.</translation>
    </message>
    <message>
        <source>The language model has {} layers; this program computes at most {}.</source>
        <translation>O modelo de linguagem tem {} camadas; este programa calcula no máximo {}.</translation>
    </message>
    <message>
        <source>The language model was given {} tokens for {} places.</source>
        <translation>O modelo de linguagem recebeu {} tokens para {} lugares.</translation>
    </message>
    <message>
        <source>The language model&apos;s memory for {} tokens is full.</source>
        <translation>A memória do modelo de linguagem para {} tokens está cheia.</translation>
    </message>
    <message>
        <source>The latent does not have the picture&apos;s size.</source>
        <translation>O latente não tem o tamanho da imagem.</translation>
    </message>
    <message>
        <source>The latent has {} values, not {} planes of {}×{}.</source>
        <translation>O latente tem {} valores, não {} planos de {}×{}.</translation>
    </message>
    <message>
        <source>The latents are not described by an object.</source>
        <translation>Os latentes não são descritos por um objeto.</translation>
    </message>
    <message>
        <source>The library holds no visual tokens of picture {}.</source>
        <translation>A biblioteca não tem os tokens visuais da imagem {}.</translation>
    </message>
    <message>
        <source>The library {} could not be made; choose another folder.</source>
        <translation>A biblioteca {} não pôde ser criada; escolha outra pasta.</translation>
    </message>
    <message>
        <source>The library {} is not there any more; is its disk still connected?</source>
        <translation>A biblioteca {} não está mais lá; o disco ainda está conectado?</translation>
    </message>
    <message>
        <source>The list of finished files cannot be kept in {}; is there space, and the right to write?</source>
        <translation>A lista dos arquivos prontos não pode ser mantida em {}; há espaço e permissão de gravação?</translation>
    </message>
    <message>
        <source>The mask has {}×{} pixels, but the picture {}×{}; make it the picture&apos;s size.</source>
        <translation>A máscara tem {}×{} pixels, mas a imagem {}×{}; deixe-a do tamanho da imagem.</translation>
    </message>
    <message>
        <source>The mask marks nothing. Paint white what shall be made anew; black stays.</source>
        <translation>A máscara não marca nada. Pinte de branco o que deve ser refeito; o preto fica.</translation>
    </message>
    <message>
        <source>The merge was cancelled; nothing was written.</source>
        <translation>A mala direta foi cancelada; nada foi gravado.</translation>
    </message>
    <message>
        <source>The merge was cancelled; started again it goes on.</source>
        <translation>A mala direta foi cancelada; iniciada de novo, continua.</translation>
    </message>
    <message>
        <source>The model&apos;s chat template is cut off.</source>
        <translation>O template de conversa do modelo está cortado.</translation>
    </message>
    <message>
        <source>The model&apos;s chat template writes &quot;{}&quot; around the text; this program knows only pictures as &quot;{}&quot;.</source>
        <translation>O template de conversa do modelo escreve &quot;{}&quot; em volta do texto; este programa só conhece imagens como &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>The model&apos;s chat template writes &quot;{}&quot;, which this program does not know.</source>
        <translation>O template de conversa do modelo escreve &quot;{}&quot;, que este programa não conhece.</translation>
    </message>
    <message>
        <source>The model&apos;s {} codes exceed its visual vocabulary of {}.</source>
        <translation>Os {} códigos do modelo passam do vocabulário visual de {}.</translation>
    </message>
    <message>
        <source>The name template gives an empty name here (“{}”); add text or |default:….</source>
        <translation>O padrão de nomes dá um nome vazio aqui (“{}”); acrescente texto ou |default:….</translation>
    </message>
    <message>
        <source>The name template is wrong at character {}: {}.</source>
        <translation>O padrão de nomes está errado no caractere {}: {}.</translation>
    </message>
    <message>
        <source>The page has no usable size ({} × {}, bleed {}). Give it a width and a height greater than zero.</source>
        <translation>A página não tem tamanho utilizável ({} × {}, sangria {}). Dê largura e altura maiores que zero.</translation>
    </message>
    <message>
        <source>The parts of a WebP could not be put together.</source>
        <translation>As partes de um WebP não puderam ser juntadas.</translation>
    </message>
    <message>
        <source>The path data cannot be understood at character {}.</source>
        <translation>Os dados do caminho não são compreendidos no caractere {}.</translation>
    </message>
    <message>
        <source>The path {} is too long for a socket; set XDG_RUNTIME_DIR to a shorter one.</source>
        <translation>O caminho {} é longo demais para um soquete; defina XDG_RUNTIME_DIR com um mais curto.</translation>
    </message>
    <message>
        <source>The picture could not be encoded as AVIF.</source>
        <translation>A imagem não pôde ser codificada em AVIF.</translation>
    </message>
    <message>
        <source>The picture could not be encoded as JPEG.</source>
        <translation>A imagem não pôde ser codificada em JPEG.</translation>
    </message>
    <message>
        <source>The picture could not be encoded as TIFF.</source>
        <translation>A imagem não pôde ser codificada em TIFF.</translation>
    </message>
    <message>
        <source>The picture could not be encoded as WebP.</source>
        <translation>A imagem não pôde ser codificada em WebP.</translation>
    </message>
    <message>
        <source>The picture has {} values, not {} planes of {}×{}.</source>
        <translation>A imagem tem {} valores, não {} planos de {}×{}.</translation>
    </message>
    <message>
        <source>The picture is not in the poster any more; check its texts again.</source>
        <translation>A imagem não está mais no pôster; revise os textos de novo.</translation>
    </message>
    <message>
        <source>The picture is {}×{} pixels; each side must have at least {}. Take a larger one.</source>
        <translation>A imagem tem {}×{} pixels; cada lado precisa de ao menos {}. Use uma maior.</translation>
    </message>
    <message>
        <source>The picture is {}×{} pixels; one side may be at most four times the other. Crop it.</source>
        <translation>A imagem tem {}×{} pixels; um lado pode ter no máximo quatro vezes o outro. Corte-a.</translation>
    </message>
    <message>
        <source>The picture {} is not beside the poster; copy it there.</source>
        <translation>A imagem {} não está ao lado do pôster; copie-a para lá.</translation>
    </message>
    <message>
        <source>The picture “{}” cannot be read.</source>
        <translation>A imagem “{}” não pode ser lida.</translation>
    </message>
    <message>
        <source>The picture “{}” in {} is damaged.</source>
        <translation>A imagem “{}” em {} está danificada.</translation>
    </message>
    <message>
        <source>The picture “{}” lies outside the folder that pictures may come from.</source>
        <translation>A imagem “{}” está fora da pasta de onde as imagens podem vir.</translation>
    </message>
    <message>
        <source>The poster does not hold the picture {}. Put it in again.</source>
        <translation>O pôster não contém a imagem {}. Ponha-a de novo.</translation>
    </message>
    <message>
        <source>The poster has no size; give its page a width and a height.</source>
        <translation>O pôster não tem tamanho; dê largura e altura à página.</translation>
    </message>
    <message>
        <source>The poster has {} texts; more than {} are not examined.</source>
        <translation>O pôster tem {} textos; mais de {} não são examinados.</translation>
    </message>
    <message>
        <source>The poster&apos;s page has no size.</source>
        <translation>A página do pôster não tem tamanho.</translation>
    </message>
    <message>
        <source>The preset {} is of a later version of Haibao ({}); update the program.</source>
        <translation>A predefinição {} é de uma versão mais nova do Haibao ({}); atualize o programa.</translation>
    </message>
    <message>
        <source>The profile “{}” does not describe a CMYK press; choose one such as FOGRA39L_coated.</source>
        <translation>O perfil “{}” não descreve uma impressora CMYK; escolha um como FOGRA39L_coated.</translation>
    </message>
    <message>
        <source>The profile “{}” does not describe pixels of this kind; choose one for {}.</source>
        <translation>O perfil “{}” não descreve pixels deste tipo; escolha um para {}.</translation>
    </message>
    <message>
        <source>The profile “{}” is neither for RGB nor for CMYK; choose another one.</source>
        <translation>O perfil “{}” não é nem RGB nem CMYK; escolha outro.</translation>
    </message>
    <message>
        <source>The program {} is missing; reinstall Haibao.</source>
        <translation>Falta o programa {}; reinstale o Haibao.</translation>
    </message>
    <message>
        <source>The prompt and the other texts are too long for a JPEG ({} bytes, {} fit); leave the prompts out, or choose PNG.</source>
        <translation>O prompt e os outros textos são longos demais para um JPEG ({} bytes, cabem {}); deixe os prompts de fora, ou escolha PNG.</translation>
    </message>
    <message>
        <source>The prompt has {} bytes; the limit is {}.</source>
        <translation>O prompt tem {} bytes; o limite é {}.</translation>
    </message>
    <message>
        <source>The prompt holds &quot;{}&quot;, which stands for a picture. Leave it out.</source>
        <translation>O prompt contém &quot;{}&quot;, que representa uma imagem. Tire-o.</translation>
    </message>
    <message>
        <source>The prompt holds no source picture of {}×{} visual tokens.</source>
        <translation>O prompt não contém imagem de referência de {}×{} tokens visuais.</translation>
    </message>
    <message>
        <source>The prompt holds the token {}, but the model knows {} tokens only: tokenizer.json belongs to another language model.</source>
        <translation>O prompt contém o token {}, mas o modelo só conhece {} tokens: tokenizer.json é de outro modelo de linguagem.</translation>
    </message>
    <message>
        <source>The prompt is empty. Say what the poster should show.</source>
        <translation>O prompt está vazio. Diga o que o pôster deve mostrar.</translation>
    </message>
    <message>
        <source>The prompt is empty; say what the poster shall show.</source>
        <translation>O prompt está vazio; diga o que o pôster deve mostrar.</translation>
    </message>
    <message>
        <source>The prompt is not UTF-8 text; save it as UTF-8 (a file in GB18030: iconv -f GB18030 -t UTF-8 FILE).</source>
        <translation>O prompt não é texto UTF-8; salve-o em UTF-8 (um arquivo em GB18030: iconv -f GB18030 -t UTF-8 ARQUIVO).</translation>
    </message>
    <message>
        <source>The quality {} is not between 1 and 100.</source>
        <translation>A qualidade {} não está entre 1 e 100.</translation>
    </message>
    <message>
        <source>The quote that opens a cell in line {} is never closed.</source>
        <translation>A aspa que abre uma célula na linha {} nunca é fechada.</translation>
    </message>
    <message>
        <source>The request of this job cannot be carried out: {}</source>
        <translation>O pedido desta tarefa não pode ser executado: {}</translation>
    </message>
    <message>
        <source>The request of this job cannot be read: &quot;repaint&quot; is no object.</source>
        <translation>O pedido desta tarefa não pode ser lido: &quot;repaint&quot; não é um objeto.</translation>
    </message>
    <message>
        <source>The request of this job cannot be read: {}</source>
        <translation>O pedido desta tarefa não pode ser lido: {}</translation>
    </message>
    <message>
        <source>The saved searches behind the album “{}” refer to each other in a circle.</source>
        <translation>As buscas salvas por trás do álbum “{}” se referem umas às outras em círculo.</translation>
    </message>
    <message>
        <source>The scene&apos;s &quot;elements&quot; has to be a list of 1 to {} entries.</source>
        <translation>&quot;elements&quot; da cena deve ser uma lista de 1 a {} itens.</translation>
    </message>
    <message>
        <source>The scene&apos;s &quot;seed&quot; has to be a whole number from 0 to 2^53 - 1.</source>
        <translation>&quot;seed&quot; da cena deve ser um número inteiro de 0 a 2^53 - 1.</translation>
    </message>
    <message>
        <source>The scene&apos;s &quot;{}&quot; is &quot;{}&quot;, which is not one of the known words.</source>
        <translation>&quot;{}&quot; da cena é &quot;{}&quot;, que não é uma das palavras conhecidas.</translation>
    </message>
    <message>
        <source>The search cannot be understood at character {}: {}.</source>
        <translation>A busca não é compreendida no caractere {}: {}.</translation>
    </message>
    <message>
        <source>The seed {} is too large; use a smaller one.</source>
        <translation>A semente {} é grande demais; use uma menor.</translation>
    </message>
    <message>
        <source>The size {} is not understood; write a paper with its resolution (A3@300, 210x297mm@300) or pixels (4096x5792).</source>
        <translation>O tamanho {} não é compreendido; escreva um papel com resolução (A3@300, 210x297mm@300) ou pixels (4096x5792).</translation>
    </message>
    <message>
        <source>The source pictures make {} visual tokens together. Take fewer or smaller ones.</source>
        <translation>As imagens de referência somam {} tokens visuais. Use menos ou menores.</translation>
    </message>
    <message>
        <source>The temperature must be from 0 to 10, not {}.</source>
        <translation>A temperatura deve ser de 0 a 10, não {}.</translation>
    </message>
    <message>
        <source>The temperature {} is not between 0 and 100.</source>
        <translation>A temperatura {} não está entre 0 e 100.</translation>
    </message>
    <message>
        <source>The text is {} bytes long; at most {} are possible.</source>
        <translation>O texto tem {} bytes; o máximo é {}.</translation>
    </message>
    <message>
        <source>The texts are too long for a picture of {} × {} pixels; make it larger or the texts shorter.</source>
        <translation>Os textos são longos demais para uma imagem de {} × {} pixels; aumente-a ou encurte os textos.</translation>
    </message>
    <message>
        <source>The tokenizer&apos;s pattern takes too long on this text. Shorten it.</source>
        <translation>O padrão do tokenizador demora demais neste texto. Encurte-o.</translation>
    </message>
    <message>
        <source>The visual tokens of picture {} are damaged.</source>
        <translation>Os tokens visuais da imagem {} estão danificados.</translation>
    </message>
    <message>
        <source>The warp has a point that is no number.</source>
        <translation>A deformação tem um ponto que não é número.</translation>
    </message>
    <message>
        <source>The watermark {} is no picture that can be read.</source>
        <translation>A marca-d’água {} não é uma imagem legível.</translation>
    </message>
    <message>
        <source>The worker finished the job without a picture.</source>
        <translation>O processo de cálculo terminou a tarefa sem imagem.</translation>
    </message>
    <message>
        <source>The worker met an error that it did not expect.</source>
        <translation>O processo de cálculo encontrou um erro inesperado.</translation>
    </message>
    <message>
        <source>The worker reported an error that could not be read.</source>
        <translation>O processo de cálculo relatou um erro que não pôde ser lido.</translation>
    </message>
    <message>
        <source>The worker speaks protocol {}, the program that started it {}; reinstall Haibao.</source>
        <translation>O processo de cálculo usa o protocolo {}, e o programa que o iniciou {}; reinstale o Haibao.</translation>
    </message>
    <message>
        <source>The worker&apos;s socket {} cannot be used: {}.</source>
        <translation>O soquete {} do processo de cálculo não pode ser usado: {}.</translation>
    </message>
    <message>
        <source>There is an album “{}” already; choose another name.</source>
        <translation>Já existe o álbum “{}”; escolha outro nome.</translation>
    </message>
    <message>
        <source>There is no album “{}”; there are: {}.</source>
        <translation>Não há o álbum “{}”; há: {}.</translation>
    </message>
    <message>
        <source>There is no colour profile “{}”; there are srgb, display-p3, adobe-rgb, {}, or the path of a file.</source>
        <translation>Não há o perfil de cor “{}”; há srgb, display-p3, adobe-rgb, {}, ou o caminho de um arquivo.</translation>
    </message>
    <message>
        <source>There is no device named {} here. Found: {}.</source>
        <translation>Não há dispositivo chamado {} aqui. Encontrados: {}.</translation>
    </message>
    <message>
        <source>There is no encoding {}; usual ones are {}.</source>
        <translation>Não há a codificação {}; as comuns são {}.</translation>
    </message>
    <message>
        <source>There is no file {}.</source>
        <translation>Não há o arquivo {}.</translation>
    </message>
    <message>
        <source>There is no file {}; name a CSV or TSV file.</source>
        <translation>Não há o arquivo {}; indique um CSV ou TSV.</translation>
    </message>
    <message>
        <source>There is no folder {}.</source>
        <translation>Não há a pasta {}.</translation>
    </message>
    <message>
        <source>There is no font file {}.</source>
        <translation>Não há o arquivo de fonte {}.</translation>
    </message>
    <message>
        <source>There is no format “{}” for pixels.</source>
        <translation>Não há o formato “{}” para pixels.</translation>
    </message>
    <message>
        <source>There is no format “{}”; there are {}pdf.</source>
        <translation>Não há o formato “{}”; há {}pdf.</translation>
    </message>
    <message>
        <source>There is no job {} in the queue; haibao-cli queue list shows those there are.</source>
        <translation>Não há a tarefa {} na fila; haibao-cli queue list mostra as que há.</translation>
    </message>
    <message>
        <source>There is no library in {}; {} haibao-cli gallery init --library {}.</source>
        <translation>Não há biblioteca em {}; {} haibao-cli gallery init --library {}.</translation>
    </message>
    <message>
        <source>There is no model folder {}; known by name: {}.</source>
        <translation>Não há a pasta de modelo {}; conhecidos por nome: {}.</translation>
    </message>
    <message>
        <source>There is no picture to draw.</source>
        <translation>Não há imagem para desenhar.</translation>
    </message>
    <message>
        <source>There is no picture to put the texts on.</source>
        <translation>Não há imagem em que pôr os textos.</translation>
    </message>
    <message>
        <source>There is no picture to read.</source>
        <translation>Não há imagem para ler.</translation>
    </message>
    <message>
        <source>There is no picture whose texts could be replaced.</source>
        <translation>Não há imagem cujos textos possam ser trocados.</translation>
    </message>
    <message>
        <source>There is no picture {} in the library.</source>
        <translation>Não há a imagem {} na biblioteca.</translation>
    </message>
    <message>
        <source>There is no picture {} in the library; nothing was changed.</source>
        <translation>Não há a imagem {} na biblioteca; nada foi alterado.</translation>
    </message>
    <message>
        <source>There is no picture “{}” in the folder of the pictures.</source>
        <translation>Não há a imagem “{}” na pasta das imagens.</translation>
    </message>
    <message>
        <source>There is no preset “{}”; there are {}.</source>
        <translation>Não há a predefinição “{}”; há {}.</translation>
    </message>
    <message>
        <source>There is no room for a copy of the broken database; free some space.</source>
        <translation>Não há espaço para uma cópia do banco de dados danificado; libere espaço.</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of {} × {} pixels. Choose a lower resolution, or export to a file: that works in strips.</source>
        <translation>Não há memória para uma imagem de {} × {} pixels. Escolha resolução menor, ou exporte para um arquivo: assim se trabalha em faixas.</translation>
    </message>
    <message>
        <source>There is not enough memory for the weights of the autoencoder.</source>
        <translation>Não há memória para os pesos do autocodificador.</translation>
    </message>
    <message>
        <source>There is not enough memory for this picture. Choose a smaller size.</source>
        <translation>Não há memória para esta imagem. Escolha um tamanho menor.</translation>
    </message>
    <message>
        <source>There is not enough memory for {}.</source>
        <translation>Não há memória suficiente para {}.</translation>
    </message>
    <message>
        <source>There is not enough memory to paint a strip of {} pixels&apos; width. Choose a lower resolution.</source>
        <translation>Não há memória para desenhar uma faixa de {} pixels de largura. Escolha resolução menor.</translation>
    </message>
    <message>
        <source>There is not enough memory to read this picture.</source>
        <translation>Não há memória para ler esta imagem.</translation>
    </message>
    <message>
        <source>There is something called {} already.</source>
        <translation>Já existe algo chamado {}.</translation>
    </message>
    <message>
        <source>These bytes mean nothing in {}; name the table&apos;s encoding (GB18030, Big5, Shift_JIS, UTF-8…).</source>
        <translation>Estes bytes não significam nada em {}; indique a codificação da tabela (GB18030, Big5, Shift_JIS, UTF-8…).</translation>
    </message>
    <message>
        <source>This album is a saved search: what it finds is in it, nothing can be put in by hand.</source>
        <translation>Este álbum é uma busca salva: contém o que ela encontra, nada se põe à mão.</translation>
    </message>
    <message>
        <source>This album is not there any more.</source>
        <translation>Este álbum não existe mais.</translation>
    </message>
    <message>
        <source>This is no poster: its format is {}, not {}.</source>
        <translation>Isto não é um pôster: o formato é {}, não {}.</translation>
    </message>
    <message>
        <source>This job was queued by a later version of Haibao ({}).</source>
        <translation>Esta tarefa foi posta na fila por uma versão mais nova do Haibao ({}).</translation>
    </message>
    <message>
        <source>This model&apos;s autoencoder makes latents of another size than its transformer paints; it cannot repaint a region.</source>
        <translation>O autocodificador deste modelo faz latentes de tamanho diferente do que o transformer pinta; não dá para repintar uma região.</translation>
    </message>
    <message>
        <source>This poster has the format {}, of a newer Haibao; this one knows {}.</source>
        <translation>Este pôster tem o formato {}, de um Haibao mais novo; este conhece {}.</translation>
    </message>
    <message>
        <source>This version does not know the trace event &quot;{}&quot;.</source>
        <translation>Esta versão não conhece o evento &quot;{}&quot; do registro.</translation>
    </message>
    <message>
        <source>This version of the worker cannot do &quot;{}&quot; yet.</source>
        <translation>Esta versão do processo de cálculo ainda não faz &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>This worker does not know the request {}.</source>
        <translation>Este processo de cálculo não conhece o pedido {}.</translation>
    </message>
    <message>
        <source>With reference pictures one side may be at most {} times the other; {}×{} is not.</source>
        <translation>Com imagens de referência um lado pode ter no máximo {} vezes o outro; {}×{} não cumpre.</translation>
    </message>
    <message>
        <source>colour: and similar: cannot be excluded, joined with OR or used in a saved search.</source>
        <translation>colour: e similar: não podem ser excluídos, unidos com OR nem usados em busca salva.</translation>
    </message>
    <message>
        <source>ggml&apos;s processor backend could not be started. Reinstall the package libggml0.</source>
        <translation>O backend de processador do ggml não pôde ser iniciado. Reinstale o pacote libggml0.</translation>
    </message>
    <message>
        <source>haibao.json: &quot;size&quot; must be like &quot;768x1024&quot;, both multiples of 32.</source>
        <translation>haibao.json: &quot;size&quot; deve ser como &quot;768x1024&quot;, ambos múltiplos de 32.</translation>
    </message>
    <message>
        <source>haibao.json: &quot;vocabulary&quot; holds something that is no word.</source>
        <translation>haibao.json: &quot;vocabulary&quot; contém algo que não é palavra.</translation>
    </message>
    <message>
        <source>haibao.json: &quot;vocabulary&quot; is not a list of words.</source>
        <translation>haibao.json: &quot;vocabulary&quot; não é uma lista de palavras.</translation>
    </message>
    <message>
        <source>processor/tokenizer.json has no token &quot;{}&quot; ({}).</source>
        <translation>processor/tokenizer.json não tem o token &quot;{}&quot; ({}).</translation>
    </message>
    <message>
        <source>processor/tokenizer_config.json does not hold a JSON object.</source>
        <translation>processor/tokenizer_config.json não contém um objeto JSON.</translation>
    </message>
    <message>
        <source>processor/tokenizer_config.json does not name its {}.</source>
        <translation>processor/tokenizer_config.json não nomeia seu {}.</translation>
    </message>
    <message>
        <source>processor/{} is missing: the model is incomplete.</source>
        <translation>Falta processor/{}: o modelo está incompleto.</translation>
    </message>
    <message>
        <source>sort:closest needs colour: or similar:, which say to what.</source>
        <translation>sort:closest precisa de colour: ou similar:, que dizem de quê.</translation>
    </message>
    <message>
        <source>top-p must be above 0 and at most 1, not {}.</source>
        <translation>top-p deve ser maior que 0 e no máximo 1, não {}.</translation>
    </message>
    <message>
        <source>top_k {} is negative.</source>
        <translation>top_k {} é negativo.</translation>
    </message>
    <message>
        <source>top_p {} is not above 0 and at most 1.</source>
        <translation>top_p {} não está acima de 0 e no máximo 1.</translation>
    </message>
    <message>
        <source>vision_language_encoder/config.json: {} codes, {} visual ids and {} ids in all do not fit into each other.</source>
        <translation>vision_language_encoder/config.json: {} códigos, {} ids visuais e {} ids ao todo não combinam.</translation>
    </message>
    <message>
        <source>{:.0f}×{:.0f} pixels are more than any format holds; choose a smaller size or resolution.</source>
        <translation>{:.0f}×{:.0f} pixels são mais do que qualquer formato comporta; escolha tamanho ou resolução menor.</translation>
    </message>
    <message>
        <source>{} allowed visual tokens make no sense.</source>
        <translation>{} tokens visuais permitidos não faz sentido.</translation>
    </message>
    <message>
        <source>{} cannot be changed: it is write-protected.</source>
        <translation>{} não pode ser alterado: está protegido contra gravação.</translation>
    </message>
    <message>
        <source>{} cannot be changed: it, or its folder, is write-protected; save the poster under another name.</source>
        <translation>{} não pode ser alterado: ele, ou sua pasta, está protegido contra gravação; salve o pôster com outro nome.</translation>
    </message>
    <message>
        <source>{} cannot be copied: {}.</source>
        <translation>{} não pode ser copiado: {}.</translation>
    </message>
    <message>
        <source>{} cannot be decoded; the file may be damaged.</source>
        <translation>{} não pode ser decodificado; o arquivo pode estar danificado.</translation>
    </message>
    <message>
        <source>{} cannot be locked on this file system.</source>
        <translation>{} não pode ser bloqueado neste sistema de arquivos.</translation>
    </message>
    <message>
        <source>{} cannot be looked at: {}.</source>
        <translation>{} não pode ser examinado: {}.</translation>
    </message>
    <message>
        <source>{} cannot be made: {}.</source>
        <translation>{} não pode ser criado: {}.</translation>
    </message>
    <message>
        <source>{} cannot be mapped: {}.</source>
        <translation>{} não pode ser mapeado: {}.</translation>
    </message>
    <message>
        <source>{} cannot be opened: {}.</source>
        <translation>{} não pode ser aberto: {}.</translation>
    </message>
    <message>
        <source>{} cannot be read to its end; is the disk still there?</source>
        <translation>{} não pode ser lido até o fim; o disco ainda está lá?</translation>
    </message>
    <message>
        <source>{} cannot be read.</source>
        <translation>{} não pode ser lido.</translation>
    </message>
    <message>
        <source>{} cannot be read: it is longer than {} bytes.</source>
        <translation>{} não pode ser lido: passa de {} bytes.</translation>
    </message>
    <message>
        <source>{} cannot be read: {}.</source>
        <translation>{} não pode ser lido: {}.</translation>
    </message>
    <message>
        <source>{} cannot be read: {}. Fetch it again.</source>
        <translation>{} não pode ser lido: {}. Obtenha-o de novo.</translation>
    </message>
    <message>
        <source>{} cannot be read; is it yours to read?</source>
        <translation>{} não pode ser lido; você tem permissão?</translation>
    </message>
    <message>
        <source>{} cannot be read; look at its rights.</source>
        <translation>{} não pode ser lido; verifique as permissões.</translation>
    </message>
    <message>
        <source>{} cannot be saved: {} What was saved before is kept.</source>
        <translation>{} não pode ser salvo: {} O que foi salvo antes fica.</translation>
    </message>
    <message>
        <source>{} cannot be written.</source>
        <translation>{} não pode ser gravado.</translation>
    </message>
    <message>
        <source>{} cannot be written; has this folder been made read-only?</source>
        <translation>{} não pode ser gravado; a pasta ficou só de leitura?</translation>
    </message>
    <message>
        <source>{} cannot hold CMYK; choose TIFF, JPEG or PDF, or an RGB profile.</source>
        <translation>{} não comporta CMYK; escolha TIFF, JPEG ou PDF, ou um perfil RGB.</translation>
    </message>
    <message>
        <source>{} cannot hold {} bits per channel; it takes {}.</source>
        <translation>{} não comporta {} bits por canal; aceita {}.</translation>
    </message>
    <message>
        <source>{} could not be deleted; the trash was not emptied further.</source>
        <translation>{} não pôde ser excluído; a lixeira não foi esvaziada além daí.</translation>
    </message>
    <message>
        <source>{} does not exist.</source>
        <translation>{} não existe.</translation>
    </message>
    <message>
        <source>{} does not say how large it is.</source>
        <translation>{} não diz o próprio tamanho.</translation>
    </message>
    <message>
        <source>{} does not say which texts were asked for; name them with --expect.</source>
        <translation>{} não diz que textos foram pedidos; indique-os com --expect.</translation>
    </message>
    <message>
        <source>{} dpi is no resolution. Give one greater than zero.</source>
        <translation>{} dpi não é uma resolução. Dê uma maior que zero.</translation>
    </message>
    <message>
        <source>{} exists already; name another file, or remove it.</source>
        <translation>{} já existe; indique outro arquivo, ou remova-o.</translation>
    </message>
    <message>
        <source>{} exists already; name another folder, or remove it.</source>
        <translation>{} já existe; indique outra pasta, ou remova-a.</translation>
    </message>
    <message>
        <source>{} failed while computing ({}). Try again, or use --device cpu.</source>
        <translation>{} falhou ao calcular ({}). Tente de novo, ou use --device cpu.</translation>
    </message>
    <message>
        <source>{} has an impossible number.</source>
        <translation>{} tem um número impossível.</translation>
    </message>
    <message>
        <source>{} has more than 100 million pixels; make it smaller first.</source>
        <translation>{} tem mais de 100 milhões de pixels; reduza-a antes.</translation>
    </message>
    <message>
        <source>{} has more than {} pixels on a side; choose a smaller size or resolution.</source>
        <translation>{} tem mais de {} pixels num lado; escolha tamanho ou resolução menor.</translation>
    </message>
    <message>
        <source>{} has no &quot;weight_map&quot;. Fetch the file again.</source>
        <translation>{} não tem &quot;weight_map&quot;. Obtenha o arquivo de novo.</translation>
    </message>
    <message>
        <source>{} has no model_index.json, so it is no GLM-Image checkpoint. Name the folder that holds it.</source>
        <translation>{} não tem model_index.json, então não é um modelo GLM-Image. Indique a pasta que o contém.</translation>
    </message>
    <message>
        <source>{} has no rows.</source>
        <translation>{} não tem linhas.</translation>
    </message>
    <message>
        <source>{} has {} fonts in it; number {} was asked for.</source>
        <translation>{} contém {} fontes; foi pedida a de número {}.</translation>
    </message>
    <message>
        <source>{} has {}×{} pixels, more than 100 million; make it smaller first.</source>
        <translation>{} tem {}×{} pixels, mais de 100 milhões; reduza-a antes.</translation>
    </message>
    <message>
        <source>{} has {}×{} pixels, more than can be held here.</source>
        <translation>{} tem {}×{} pixels, mais do que cabe aqui.</translation>
    </message>
    <message>
        <source>{} holds a single network ({}), not a GLM-Image checkpoint.</source>
        <translation>{} contém uma só rede ({}), não um modelo GLM-Image.</translation>
    </message>
    <message>
        <source>{} holds a {} checkpoint; this program runs GLM-Image (GlmImagePipeline).</source>
        <translation>{} contém um modelo {}; este programa executa GLM-Image (GlmImagePipeline).</translation>
    </message>
    <message>
        <source>{} holds no BPE vocabulary with merges.</source>
        <translation>{} não contém um vocabulário BPE com junções.</translation>
    </message>
    <message>
        <source>{} holds no JSON object ({{…}}).</source>
        <translation>{} não contém um objeto JSON ({{…}}).</translation>
    </message>
    <message>
        <source>{} holds no generation record: it was not made by Haibao, or its metadata was removed.</source>
        <translation>{} não tem registro de geração: não foi feito pelo Haibao, ou os metadados foram removidos.</translation>
    </message>
    <message>
        <source>{} holds no weights (model.safetensors or an index of shards).</source>
        <translation>{} não contém pesos (model.safetensors ou um índice de partes).</translation>
    </message>
    <message>
        <source>{} holds no weights of {}: the model is incomplete or of another kind.</source>
        <translation>{} não contém pesos de {}: o modelo está incompleto ou é de outro tipo.</translation>
    </message>
    <message>
        <source>{} holds parts that Haibao never writes; it was not opened.</source>
        <translation>{} contém partes que o Haibao nunca grava; não foi aberto.</translation>
    </message>
    <message>
        <source>{} holds the library itself, which cannot be imported into itself.</source>
        <translation>{} contém a própria biblioteca, que não pode ser importada para si mesma.</translation>
    </message>
    <message>
        <source>{} holds too many parts.</source>
        <translation>{} tem partes demais.</translation>
    </message>
    <message>
        <source>{} holds weights in PyTorch&apos;s own format only. Get the safetensors version of the model.</source>
        <translation>{} só contém pesos no formato do PyTorch. Obtenha a versão safetensors do modelo.</translation>
    </message>
    <message>
        <source>{} in {} is {} bytes long, more than makes sense.</source>
        <translation>{} em {} tem {} bytes, mais do que faz sentido.</translation>
    </message>
    <message>
        <source>{} is GGUF of version {}; this program reads versions 2 and 3.</source>
        <translation>{} é GGUF da versão {}; este programa lê as versões 2 e 3.</translation>
    </message>
    <message>
        <source>{} is a GGUF file of another program. Haibao runs those that haibao-cli models convert makes.</source>
        <translation>{} é um GGUF de outro programa. O Haibao executa os que haibao-cli models convert faz.</translation>
    </message>
    <message>
        <source>{} is a database of another kind; it was not touched.</source>
        <translation>{} é um banco de dados de outro tipo; não foi tocado.</translation>
    </message>
    <message>
        <source>{} is a web or Type 1 font; Haibao uses TrueType and OpenType fonts (.ttf, .otf, .ttc).</source>
        <translation>{} é uma fonte web ou Type 1; o Haibao usa fontes TrueType e OpenType (.ttf, .otf, .ttc).</translation>
    </message>
    <message>
        <source>{} is cut off: its end is missing.</source>
        <translation>{} está cortado: falta o fim.</translation>
    </message>
    <message>
        <source>{} is damaged ({}). Replace it.</source>
        <translation>{} está danificado ({}). Substitua-o.</translation>
    </message>
    <message>
        <source>{} is damaged.</source>
        <translation>{} está danificado.</translation>
    </message>
    <message>
        <source>{} is damaged: a layer lies in no group that there is.</source>
        <translation>{} está danificado: uma camada está num grupo que não existe.</translation>
    </message>
    <message>
        <source>{} is damaged: its page is missing.</source>
        <translation>{} está danificado: falta a página.</translation>
    </message>
    <message>
        <source>{} is damaged: its version is missing.</source>
        <translation>{} está danificado: falta a versão.</translation>
    </message>
    <message>
        <source>{} is damaged: layer {} cannot be found.</source>
        <translation>{} está danificado: a camada {} não é encontrada.</translation>
    </message>
    <message>
        <source>{} is damaged: picture {} cannot be found.</source>
        <translation>{} está danificado: a imagem {} não é encontrada.</translation>
    </message>
    <message>
        <source>{} is damaged: {}.</source>
        <translation>{} está danificado: {}.</translation>
    </message>
    <message>
        <source>{} is damaged: {}. Fetch or convert it again.</source>
        <translation>{} está danificado: {}. Obtenha-o ou converta-o de novo.</translation>
    </message>
    <message>
        <source>{} is damaged: {}. Fetch the file again.</source>
        <translation>{} está danificado: {}. Obtenha o arquivo de novo.</translation>
    </message>
    <message>
        <source>{} is in no format that can be read. Replace it with a PNG, JPEG, WebP or TIFF file.</source>
        <translation>{} não está num formato legível. Troque por PNG, JPEG, WebP ou TIFF.</translation>
    </message>
    <message>
        <source>{} is no GGUF file. A model is a folder with model_index.json, or a GGUF file made by haibao-cli models convert.</source>
        <translation>{} não é um GGUF. Um modelo é uma pasta com model_index.json, ou um GGUF feito por haibao-cli models convert.</translation>
    </message>
    <message>
        <source>{} is no JSON that Haibao can read; correct it and try again.</source>
        <translation>{} não é um JSON que o Haibao consiga ler; corrija e tente de novo.</translation>
    </message>
    <message>
        <source>{} is no PNG file.</source>
        <translation>{} não é um arquivo PNG.</translation>
    </message>
    <message>
        <source>{} is no colour profile, or it is damaged.</source>
        <translation>{} não é um perfil de cor, ou está danificado.</translation>
    </message>
    <message>
        <source>{} is no export preset: it lacks &quot;haibao&quot;: &quot;{}&quot;.</source>
        <translation>{} não é uma predefinição de exportação: falta &quot;haibao&quot;: &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>{} is no file.</source>
        <translation>{} não é um arquivo.</translation>
    </message>
    <message>
        <source>{} is no picture in a format that Haibao reads: PNG, JPEG, WebP, AVIF, TIFF.</source>
        <translation>{} não é uma imagem num formato que o Haibao lê: PNG, JPEG, WebP, AVIF, TIFF.</translation>
    </message>
    <message>
        <source>{} is no picture in a known format; use PNG, JPEG, WebP or TIFF.</source>
        <translation>{} não é uma imagem em formato conhecido; use PNG, JPEG, WebP ou TIFF.</translation>
    </message>
    <message>
        <source>{} is no picture that can be read: PNG, JPEG, WebP, AVIF and TIFF can.</source>
        <translation>{} não é uma imagem legível: PNG, JPEG, WebP, AVIF e TIFF são.</translation>
    </message>
    <message>
        <source>{} is no poster of Haibao.</source>
        <translation>{} não é um pôster do Haibao.</translation>
    </message>
    <message>
        <source>{} is not JSON. Fetch it again.</source>
        <translation>{} não é JSON. Obtenha-o de novo.</translation>
    </message>
    <message>
        <source>{} is not a file.</source>
        <translation>{} não é um arquivo.</translation>
    </message>
    <message>
        <source>{} is not a folder. A model is a folder with model_index.json.</source>
        <translation>{} não é uma pasta. Um modelo é uma pasta com model_index.json.</translation>
    </message>
    <message>
        <source>{} is not a font, or is damaged.</source>
        <translation>{} não é uma fonte, ou está danificada.</translation>
    </message>
    <message>
        <source>{} is not a tokenizer: it has no &quot;model&quot;.</source>
        <translation>{} não é um tokenizador: não tem &quot;model&quot;.</translation>
    </message>
    <message>
        <source>{} is not there (any more).</source>
        <translation>{} não está (mais) lá.</translation>
    </message>
    <message>
        <source>{} is not there.</source>
        <translation>{} não está lá.</translation>
    </message>
    <message>
        <source>{} is too large ({} × {} pixels). Make it smaller first.</source>
        <translation>{} é grande demais ({} × {} pixels). Reduza antes.</translation>
    </message>
    <message>
        <source>{} is {} bytes long; more than {} cannot be right.</source>
        <translation>{} tem {} bytes; mais de {} não pode estar certo.</translation>
    </message>
    <message>
        <source>{} is {}, but {} is {}: these parts do not belong together.</source>
        <translation>{} é {}, mas {} é {}: estas partes não são do mesmo modelo.</translation>
    </message>
    <message>
        <source>{} lacks tensor &quot;{}&quot;: the model is incomplete or of another kind.</source>
        <translation>Falta em {} o tensor &quot;{}&quot;: o modelo está incompleto ou é de outro tipo.</translation>
    </message>
    <message>
        <source>{} lacks the folder {}: the model is incomplete.</source>
        <translation>Falta em {} a pasta {}: o modelo está incompleto.</translation>
    </message>
    <message>
        <source>{} lacks {}: the model is incomplete.</source>
        <translation>Falta em {}: {}; o modelo está incompleto.</translation>
    </message>
    <message>
        <source>{} lies on a read-only disk and could not be copied to be read.</source>
        <translation>{} está num disco só de leitura e não pôde ser copiado para leitura.</translation>
    </message>
    <message>
        <source>{} must be from {} to {}, not {}.</source>
        <translation>{} deve ser de {} a {}, não {}.</translation>
    </message>
    <message>
        <source>{} names {}, but {} is not there.</source>
        <translation>{} indica {}, mas {} não está lá.</translation>
    </message>
    <message>
        <source>{} quoted texts are too many for one poster; {} are possible.</source>
        <translation>{} textos entre aspas são demais para um pôster; cabem {}.</translation>
    </message>
    <message>
        <source>{} ran out of memory while painting. Choose a smaller size.</source>
        <translation>{} ficou sem memória ao pintar. Escolha um tamanho menor.</translation>
    </message>
    <message>
        <source>{} steps cannot be taken. Choose from 1 to {}.</source>
        <translation>Não dá para fazer {} passos. Escolha de 1 a {}.</translation>
    </message>
    <message>
        <source>{} visual tokens are kept or left open, but the picture has {}.</source>
        <translation>{} tokens visuais ficam ou estão em aberto, mas a imagem tem {}.</translation>
    </message>
    <message>
        <source>{} visual tokens do not fill a picture of {}×{} pixels.</source>
        <translation>{} tokens visuais não preenchem uma imagem de {}×{} pixels.</translation>
    </message>
    <message>
        <source>{} was changed by another program meanwhile; save the poster under another name, or open it again.</source>
        <translation>{} foi alterado por outro programa; salve o pôster com outro nome, ou abra-o de novo.</translation>
    </message>
    <message>
        <source>{} was changed while the job was queued; queue it again.</source>
        <translation>{} foi alterado enquanto a tarefa esperava; ponha-a na fila de novo.</translation>
    </message>
    <message>
        <source>{} was not found beside the program; reinstall Haibao or set {}.</source>
        <translation>{} não foi encontrado ao lado do programa; reinstale o Haibao ou defina {}.</translation>
    </message>
    <message>
        <source>{} was written by a newer Haibao (format {}, this one knows {}); it was not touched.</source>
        <translation>{} foi gravado por um Haibao mais novo (formato {}, este conhece {}); não foi tocado.</translation>
    </message>
    <message>
        <source>{} was written by an older Haibao; open it once where it can be changed.</source>
        <translation>{} foi gravado por um Haibao mais antigo; abra-o uma vez onde possa ser alterado.</translation>
    </message>
    <message>
        <source>{}.{} is nothing that a preset can have; see docs/export.md.</source>
        <translation>{}.{} não é algo que uma predefinição possa ter; veja docs/export.md.</translation>
    </message>
    <message>
        <source>{}/model_index.json: {} is a &quot;{}&quot;; this program knows {}.</source>
        <translation>{}/model_index.json: {} é um &quot;{}&quot;; este programa conhece {}.</translation>
    </message>
    <message>
        <source>{}/{} is missing: the model is incomplete. Fetch the file.</source>
        <translation>Falta {}/{}: o modelo está incompleto. Obtenha o arquivo.</translation>
    </message>
    <message>
        <source>{}/{} lacks tensor &quot;{}&quot;, which the index places there. Fetch the file again.</source>
        <translation>Falta em {}/{} o tensor &quot;{}&quot;, que o índice situa ali. Obtenha o arquivo de novo.</translation>
    </message>
    <message>
        <source>{}: &quot;added_tokens&quot; is no list.</source>
        <translation>{}: &quot;added_tokens&quot; não é uma lista.</translation>
    </message>
    <message>
        <source>{}: &quot;{}&quot; is {}, which is not {}.</source>
        <translation>{}: &quot;{}&quot; é {}, que não é {}.</translation>
    </message>
    <message>
        <source>{}: &quot;{}&quot; is {}; this program knows {}.</source>
        <translation>{}: &quot;{}&quot; é {}; este programa conhece {}.</translation>
    </message>
    <message>
        <source>{}: a Split has no pattern.</source>
        <translation>{}: um Split não tem padrão.</translation>
    </message>
    <message>
        <source>{}: a Split&apos;s behavior &quot;{}&quot; is not known.</source>
        <translation>{}: o comportamento &quot;{}&quot; de um Split não é conhecido.</translation>
    </message>
    <message>
        <source>{}: a Split&apos;s pattern is {} bytes long.</source>
        <translation>{}: o padrão de um Split tem {} bytes.</translation>
    </message>
    <message>
        <source>{}: an entry of &quot;added_tokens&quot; is not a token with an id.</source>
        <translation>{}: um item de &quot;added_tokens&quot; não é um token com id.</translation>
    </message>
    <message>
        <source>{}: byte_fallback, dropout, prefixes and suffixes are not known here.</source>
        <translation>{}: byte_fallback, dropout, prefixos e sufixos não são conhecidos aqui.</translation>
    </message>
    <message>
        <source>{}: column {} has no name in the first row; name it, or say that there is no header.</source>
        <translation>{}: a coluna {} não tem nome na primeira linha; dê um nome, ou diga que não há cabeçalho.</translation>
    </message>
    <message>
        <source>{}: elements {} to {} of tensor &quot;{}&quot; were asked for; it has {}.</source>
        <translation>{}: foram pedidos os elementos {} a {} do tensor &quot;{}&quot;; ele tem {}.</translation>
    </message>
    <message>
        <source>{}: merge number {} does not join two tokens to a third.</source>
        <translation>{}: a junção número {} não une dois tokens num terceiro.</translation>
    </message>
    <message>
        <source>{}: tensor &quot;{}&quot; has the shape {}, but the config calls for {}.</source>
        <translation>{}: o tensor &quot;{}&quot; tem a forma {}, mas a configuração pede {}.</translation>
    </message>
    <message>
        <source>{}: tensor &quot;{}&quot; holds a value that is no number (NaN or infinity) at element {}. Fetch the file again.</source>
        <translation>{}: o tensor &quot;{}&quot; tem um valor que não é número (NaN ou infinito) no elemento {}. Obtenha o arquivo de novo.</translation>
    </message>
    <message>
        <source>{}: tensor &quot;{}&quot; is stored as {}, which cannot be converted.</source>
        <translation>{}: o tensor &quot;{}&quot; está guardado como {}, que não pode ser convertido.</translation>
    </message>
    <message>
        <source>{}: tensor &quot;{}&quot; is stored as {}; this program computes with F32, BF16, F16 and GGUF&apos;s Q8_0, Q6_K, Q4_K and Q4_0.</source>
        <translation>{}: o tensor &quot;{}&quot; está guardado como {}; este programa calcula com F32, BF16, F16 e os Q8_0, Q6_K, Q4_K e Q4_0 do GGUF.</translation>
    </message>
    <message>
        <source>{}: tensor &quot;{}&quot; is stored as {}; this program computes with F32, BF16, F16 and GGUF&apos;s blocks.</source>
        <translation>{}: o tensor &quot;{}&quot; está guardado como {}; este programa calcula com F32, BF16, F16 e os blocos do GGUF.</translation>
    </message>
    <message>
        <source>{}: tensor &quot;{}&quot; is stored in ggml&apos;s type {}; this program knows F32, F16, BF16, Q8_0, Q6_K, Q4_K and Q4_0.</source>
        <translation>{}: o tensor &quot;{}&quot; está guardado no tipo {} do ggml; este programa conhece F32, F16, BF16, Q8_0, Q6_K, Q4_K e Q4_0.</translation>
    </message>
    <message>
        <source>{}: the Sequence of normalizers is no list.</source>
        <translation>{}: a Sequence de normalizadores não é uma lista.</translation>
    </message>
    <message>
        <source>{}: the Sequence of pre-tokenizers is no list.</source>
        <translation>{}: a Sequence de pré-tokenizadores não é uma lista.</translation>
    </message>
    <message>
        <source>{}: the file of tensor &quot;{}&quot; is not the plain name of a safetensors file.</source>
        <translation>{}: o arquivo do tensor &quot;{}&quot; não é o nome simples de um safetensors.</translation>
    </message>
    <message>
        <source>{}: the model is not BPE.</source>
        <translation>{}: o modelo não é BPE.</translation>
    </message>
    <message>
        <source>{}: the normalizer &quot;{}&quot; is not known here.</source>
        <translation>{}: o normalizador &quot;{}&quot; não é conhecido aqui.</translation>
    </message>
    <message>
        <source>{}: the pattern &quot;{}&quot; cannot be used ({}).</source>
        <translation>{}: o padrão &quot;{}&quot; não pode ser usado ({}).</translation>
    </message>
    <message>
        <source>{}: the pre-tokenizer &quot;{}&quot; is not known here.</source>
        <translation>{}: o pré-tokenizador &quot;{}&quot; não é conhecido aqui.</translation>
    </message>
    <message>
        <source>{}: the vocabulary&apos;s entry &quot;{}&quot; is not a token with an id.</source>
        <translation>{}: o item &quot;{}&quot; do vocabulário não é um token com id.</translation>
    </message>
    <message>
        <source>{}: two columns are called “{}”; give one another name.</source>
        <translation>{}: duas colunas se chamam “{}”; dê outro nome a uma.</translation>
    </message>
    <message>
        <source>{}: {} must be true.</source>
        <translation>{}: {} deve ser true.</translation>
    </message>
    <message>
        <source>{}×{} pixels are too many for {}, which ends at {} a side; choose a smaller size, or TIFF or PNG.</source>
        <translation>{}×{} pixels são demais para {}, que vai até {} por lado; escolha um tamanho menor, ou TIFF ou PNG.</translation>
    </message>
    <message>
        <source>{}×{} pixels do not fit into {} bytes as {}: at the lowest quality they need {}. Choose a smaller picture.</source>
        <translation>{}×{} pixels não cabem em {} bytes como {}: com a menor qualidade precisam de {}. Escolha uma imagem menor.</translation>
    </message>
    <message>
        <source>“{}” is no colour; write it like #c8442f.</source>
        <translation>“{}” não é uma cor; escreva como #c8442f.</translation>
    </message>
    <message>
        <source>“{}” is no picture that can be read; use PNG, JPEG, WebP or TIFF.</source>
        <translation>“{}” não é uma imagem legível; use PNG, JPEG, WebP ou TIFF.</translation>
    </message>
    <message>
        <source>“{}” is no size; write width x height in pixels, for example 1024x1024 or 768x1344.</source>
        <translation>“{}” não é um tamanho; escreva largura x altura em pixels, por exemplo 1024x1024 ou 768x1344.</translation>
    </message>
    <message>
        <source>%1 % of the pixels need more than %2 % ink together, at most %3 %; ask the print shop, or choose lighter colours.</source>
        <translation>%1 % dos pixels somam mais de %2 % de tinta, no máximo %3 %; consulte a gráfica, ou escolha cores mais claras.</translation>
    </message>
    <message>
        <source>%1 cannot be transparent here: what was stands on %2.</source>
        <translation>%1 não pode ser transparente aqui: o que era fica sobre %2.</translation>
    </message>
    <message>
        <source>%1 characters have no room in the text&apos;s box.</source>
        <translation>%1 caracteres não cabem na caixa de texto.</translation>
    </message>
    <message>
        <source>%1 is there already; choose another name, or say what to do with --if-exists.</source>
        <translation>%1 já existe; escolha outro nome, ou diga o que fazer com --if-exists.</translation>
    </message>
    <message>
        <source>A column cannot decide the %1 of the layer “%2”.</source>
        <translation>Uma coluna não pode decidir %1 da camada “%2”.</translation>
    </message>
    <message>
        <source>A finished picture of job {} is damaged and is painted again.</source>
        <translation>Uma imagem pronta da tarefa {} está danificada e será pintada de novo.</translation>
    </message>
    <message>
        <source>A frame claims {} + {} bytes; the limits are {} + {}.</source>
        <translation>Um quadro anuncia {} + {} bytes; os limites são {} + {}.</translation>
    </message>
    <message>
        <source>A frame&apos;s head is not a JSON object.</source>
        <translation>O cabeçalho de um quadro não é um objeto JSON.</translation>
    </message>
    <message>
        <source>A layer holds at most %1 characters; the last %2 are not shown.</source>
        <translation>Uma camada comporta no máximo %1 caracteres; os últimos %2 não aparecem.</translation>
    </message>
    <message>
        <source>A seed column needs a prompt: --map prompt=COLUMN.</source>
        <translation>Uma coluna de semente precisa de um prompt: --map prompt=COLUNA.</translation>
    </message>
    <message>
        <source>Either a prompt with {{…}} or a column with prompts, not both.</source>
        <translation>Ou um prompt com {{…}} ou uma coluna de prompts, não ambos.</translation>
    </message>
    <message>
        <source>Emoji larger than %1 pt (%2 pixels) are enlarged pictures and will look soft.</source>
        <translation>Emojis maiores que %1 pt (%2 pixels) são imagens ampliadas e ficarão sem nitidez.</translation>
    </message>
    <message>
        <source>Its file would be called %1 like that of row %2; put a column that differs, or {row}, into the name.</source>
        <translation>O arquivo se chamaria %1, como o da linha %2; ponha no nome uma coluna que varie, ou {row}.</translation>
    </message>
    <message>
        <source>Layer %1 is lost.</source>
        <translation>A camada %1 se perdeu.</translation>
    </message>
    <message>
        <source>Memory ran out while working on {}.</source>
        <translation>Acabou a memória ao trabalhar em {}.</translation>
    </message>
    <message>
        <source>No column of the table fills anything in the poster. Columns: %1. Layers: %2. Use --map LAYER=COLUMN, or write {{column}} into a text.</source>
        <translation>Nenhuma coluna da tabela preenche algo no pôster. Colunas: %1. Camadas: %2. Use --map CAMADA=COLUNA, ou escreva {{column}} num texto.</translation>
    </message>
    <message>
        <source>Page %1 is larger than a PDF page may be (5.08 m): it is written at 1:10.</source>
        <translation>A página %1 é maior do que um PDF permite (5,08 m): é gravada em 1:10.</translation>
    </message>
    <message>
        <source>Page size, styles and notes are lost; the page has its usual size now.</source>
        <translation>Tamanho da página, estilos e notas se perderam; a página tem agora o tamanho padrão.</translation>
    </message>
    <message>
        <source>Picture {} cannot be read.</source>
        <translation>A imagem {} não pode ser lida.</translation>
    </message>
    <message>
        <source>Right-to-left text is shown in the order it is stored; Haibao does not set Arabic or Hebrew.</source>
        <translation>Texto da direita para a esquerda aparece na ordem em que está guardado; o Haibao não compõe árabe nem hebraico.</translation>
    </message>
    <message>
        <source>Software Vulkan: it computes correctly, but more slowly than the processor itself. Use cpu.</source>
        <translation>Vulkan em software: calcula certo, mas mais devagar que o próprio processador. Use cpu.</translation>
    </message>
    <message>
        <source>The beginning of the file was damaged.</source>
        <translation>O começo do arquivo estava danificado.</translation>
    </message>
    <message>
        <source>The broken database was kept as {}.</source>
        <translation>O banco de dados danificado foi guardado como {}.</translation>
    </message>
    <message>
        <source>The database is in order.</source>
        <translation>O banco de dados está em ordem.</translation>
    </message>
    <message>
        <source>The disk is full: {} could not be saved; what was saved before is kept.</source>
        <translation>O disco está cheio: {} não pôde ser salvo; o que foi salvo antes fica.</translation>
    </message>
    <message>
        <source>The disk is full: {} needs about {}, {} are free in {}. Free some space or choose another folder.</source>
        <translation>O disco está cheio: {} precisa de cerca de {}, há {} livres em {}. Libere espaço ou escolha outra pasta.</translation>
    </message>
    <message>
        <source>The folder {} is not there (any more), {} cannot be written.</source>
        <translation>A pasta {} não está (mais) lá, {} não pode ser gravado.</translation>
    </message>
    <message>
        <source>The font &quot;%1&quot; is not installed; another one stands in for it. Install it or choose another font.</source>
        <translation>A fonte “%1” não está instalada; outra a substitui. Instale-a ou escolha outra.</translation>
    </message>
    <message>
        <source>The font &quot;%1&quot; is not the same file that this text was last set with; check its lines.</source>
        <translation>A fonte “%1” não é o mesmo arquivo com que este texto foi composto; confira as linhas.</translation>
    </message>
    <message>
        <source>The font &quot;%1&quot; may not be embedded: in a PDF its letters become outlines.</source>
        <translation>A fonte “%1” não pode ser incorporada: num PDF as letras viram contornos.</translation>
    </message>
    <message>
        <source>The font %1 does not allow to be put into a PDF: its text is drawn as shapes, and can still be selected.</source>
        <translation>A fonte %1 não permite ser posta num PDF: o texto é desenhado como formas, e ainda pode ser selecionado.</translation>
    </message>
    <message>
        <source>The group of the layer “%1” is lost; it lies on top now.</source>
        <translation>O grupo da camada “%1” se perdeu; ela fica agora no topo.</translation>
    </message>
    <message>
        <source>The layer “%1” asks for {{%2}}, but the table has no such column; it has %3.</source>
        <translation>A camada “%1” pede {{%2}}, mas a tabela não tem essa coluna; tem %3.</translation>
    </message>
    <message>
        <source>The library lost the same picture meanwhile; import this file again.</source>
        <translation>A biblioteca perdeu a mesma imagem nesse meio-tempo; importe este arquivo de novo.</translation>
    </message>
    <message>
        <source>The lines were set further apart so that readings do not collide; a line height of at least 1.5 has room for them.</source>
        <translation>As linhas foram afastadas para as leituras não colidirem; uma altura de linha de ao menos 1,5 tem lugar para elas.</translation>
    </message>
    <message>
        <source>The list of %1 breaks off; some may be missing.</source>
        <translation>A lista de %1 se interrompe; talvez faltem alguns.</translation>
    </message>
    <message>
        <source>The name {} is too long for the file system.</source>
        <translation>O nome {} é longo demais para o sistema de arquivos.</translation>
    </message>
    <message>
        <source>The picture %1 has only %2 dpi at its size on the page; print wants 150 or more.</source>
        <translation>A imagem %1 tem só %2 dpi no tamanho em que está na página; a impressão pede 150 ou mais.</translation>
    </message>
    <message>
        <source>The picture of the layer “%1” is lost.</source>
        <translation>A imagem da camada “%1” se perdeu.</translation>
    </message>
    <message>
        <source>The poster has no layer “%1”; it has %2.</source>
        <translation>O pôster não tem a camada “%1”; tem %2.</translation>
    </message>
    <message>
        <source>The poster was designed without bleed: its background ends at the trim. Let it reach 3 mm further, or a thin white edge may show.</source>
        <translation>O pôster foi feito sem sangria: o fundo termina no corte. Estenda-o mais 3 mm, ou pode aparecer um filete branco.</translation>
    </message>
    <message>
        <source>The prompt of this row is empty, so nothing can be painted for it.</source>
        <translation>O prompt desta linha está vazio, então nada pode ser pintado para ela.</translation>
    </message>
    <message>
        <source>The reading “%1” stands over the beginning of its characters alone, because a line ends within them; widen the box or divide the reading.</source>
        <translation>A leitura “%1” fica só sobre o começo de seus caracteres, porque a linha termina no meio deles; alargue a caixa ou divida a leitura.</translation>
    </message>
    <message>
        <source>The row has %1 cells, the table %2 columns; is a quote or a delimiter missing?</source>
        <translation>A linha tem %1 células, a tabela %2 colunas; falta uma aspa ou um separador?</translation>
    </message>
    <message>
        <source>The search index was made again.</source>
        <translation>O índice de busca foi refeito.</translation>
    </message>
    <message>
        <source>The table has no column “%1”; it has %2.</source>
        <translation>A tabela não tem a coluna “%1”; tem %2.</translation>
    </message>
    <message>
        <source>The text does not fit its box at %1 % of its size; enlarge the box or shorten the text.</source>
        <translation>O texto não cabe na caixa com %1 % do corpo; aumente a caixa ou encurte o texto.</translation>
    </message>
    <message>
        <source>The text holds characters that are no text (control characters, halves of surrogate pairs); they are kept, but not shown.</source>
        <translation>O texto contém caracteres que não são texto (de controle, metades de pares substitutos); ficam guardados, mas não aparecem.</translation>
    </message>
    <message>
        <source>The text is longer than its box; enlarge the box or shorten the text.</source>
        <translation>O texto é maior que a caixa; aumente a caixa ou encurte o texto.</translation>
    </message>
    <message>
        <source>The words of {} of these were read from the pictures again.</source>
        <translation>As palavras de {} destas foram relidas das imagens.</translation>
    </message>
    <message>
        <source>The worker process crashed (signal {}); another device (--device cpu) may work where a driver fails.</source>
        <translation>O processo de cálculo caiu (sinal {}); outro dispositivo (--device cpu) pode funcionar onde um driver falha.</translation>
    </message>
    <message>
        <source>The worker process ended by itself (status {}).</source>
        <translation>O processo de cálculo terminou por si (código {}).</translation>
    </message>
    <message>
        <source>The worker process was killed, as the system does when memory runs out; close other programs, or choose a smaller size or model.</source>
        <translation>O processo de cálculo foi encerrado pelo sistema, como acontece quando a memória acaba; feche outros programas, ou escolha tamanho ou modelo menor.</translation>
    </message>
    <message>
        <source>The worker process {} could not be started: {}.</source>
        <translation>O processo de cálculo {} não pôde ser iniciado: {}.</translation>
    </message>
    <message>
        <source>There is no mapping for “%1” that an empty cell could be ruled for.</source>
        <translation>Não há correspondência para “%1” a que uma regra de célula vazia se aplique.</translation>
    </message>
    <message>
        <source>There is no right to write {} into {}; choose another folder.</source>
        <translation>Não há permissão para gravar {} em {}; escolha outra pasta.</translation>
    </message>
    <message>
        <source>This folder may not be read; what the library knows of it stays as it is.</source>
        <translation>Esta pasta não pode ser lida; o que a biblioteca sabe dela fica como está.</translation>
    </message>
    <message>
        <source>Two files of this job would be called {}; add {{n}} or {{preset}} to the names, or let names be made unique.</source>
        <translation>Dois arquivos desta tarefa se chamariam {}; acrescente {{n}} ou {{preset}} aos nomes, ou deixe que sejam tornados únicos.</translation>
    </message>
    <message>
        <source>Up to %1 % ink lie on one spot; the limit is %2 %.</source>
        <translation>Há até %1 % de tinta num mesmo ponto; o limite é %2 %.</translation>
    </message>
    <message>
        <source>{} could not be opened.</source>
        <translation>{} não pôde ser aberto.</translation>
    </message>
    <message>
        <source>{} could not be read or written; is the disk still there?</source>
        <translation>{} não pôde ser lido nem gravado; o disco ainda está lá?</translation>
    </message>
    <message>
        <source>{} could not be written into {}: {}.</source>
        <translation>{} não pôde ser gravado em {}: {}.</translation>
    </message>
    <message>
        <source>{} did not accept what Haibao asked of it.</source>
        <translation>{} não aceitou o que o Haibao pediu.</translation>
    </message>
    <message>
        <source>{} exists already in {} and was left as it is.</source>
        <translation>{} já existe em {} e ficou como está.</translation>
    </message>
    <message>
        <source>{} file(s) cannot be read as pictures.</source>
        <translation>{} arquivo(s) não podem ser lidos como imagens.</translation>
    </message>
    <message>
        <source>{} is a folder; name a file.</source>
        <translation>{} é uma pasta; indique um arquivo.</translation>
    </message>
    <message>
        <source>{} is in use by another program; try again when that is done.</source>
        <translation>{} está em uso por outro programa; tente de novo quando ele terminar.</translation>
    </message>
    <message>
        <source>{} is not a file that Haibao wrote, or its beginning is damaged.</source>
        <translation>{} não é um arquivo gravado pelo Haibao, ou seu começo está danificado.</translation>
    </message>
    <message>
        <source>{} is not the file that SHA256SUMS describes. Fetch it again.</source>
        <translation>{} não é o arquivo que SHA256SUMS descreve. Obtenha-o de novo.</translation>
    </message>
    <message>
        <source>{} is read-only, {} cannot be written there; choose another folder.</source>
        <translation>{} é só de leitura, {} não pode ser gravado ali; escolha outra pasta.</translation>
    </message>
    <message>
        <source>{} lacks {} of the tensors its config calls for, the first being &quot;{}&quot;.</source>
        <translation>Faltam em {} {} dos tensores que a configuração pede, o primeiro é &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>{} messages were left out: the inspector was too slow for them.</source>
        <translation>{} mensagens ficaram de fora: o inspetor foi lento demais para elas.</translation>
    </message>
    <message>
        <source>{} picture(s) have no file; they are kept as missing.</source>
        <translation>{} imagem(ns) sem arquivo ficam como ausentes.</translation>
    </message>
    <message>
        <source>{} picture(s) were saved from it with their stars, tags and albums as far as they could be read.</source>
        <translation>{} imagem(ns) foram salvas dele, com estrelas, etiquetas e álbuns até onde puderam ser lidos.</translation>
    </message>
    <message>
        <source>{} picture(s) were taken up from their own metadata, without stars, tags and albums.</source>
        <translation>{} imagem(ns) foram incluídas a partir dos próprios metadados, sem estrelas, etiquetas e álbuns.</translation>
    </message>
    <message>
        <source>{} row(s) of tags, albums and the like referred to what is lost, and were left out.</source>
        <translation>{} registro(s) de etiquetas, álbuns e afins se referiam ao que se perdeu, e ficaram de fora.</translation>
    </message>
    <message>
        <source>{} would replace one of the sources; choose another folder or other names.</source>
        <translation>{} substituiria uma das origens; escolha outra pasta ou outros nomes.</translation>
    </message>
    <message>
        <source>{}: mrope_section adds up to {}, but {} rotary dimensions call for {}.</source>
        <translation>{}: mrope_section soma {}, mas {} dimensões rotativas pedem {}.</translation>
    </message>
    <message>
        <source>{}: tensor &quot;{}&quot; is stored as {}; this program computes with F32, BF16 and F16.</source>
        <translation>{}: o tensor &quot;{}&quot; está guardado como {}; este programa calcula com F32, BF16 e F16.</translation>
    </message>
    <message>
        <source>{}: tensor {} ({} such tensors).</source>
        <translation>{}: tensor {} ({} tensores assim).</translation>
    </message>
    <message>
        <source>{}: {} is not known here.</source>
        <translation>{}: {} não é conhecido aqui.</translation>
    </message>
    <message>
        <source>{}: {} must be false; GLM-Image&apos;s autoencoder has none.</source>
        <translation>{}: {} deve ser false; o autocodificador do GLM-Image não tem isso.</translation>
    </message>
    <message>
        <source>“%1” and “%2” stand on each other. Move one of them.</source>
        <translation>“%1” e “%2” estão um sobre o outro. Mova um deles.</translation>
    </message>
    <message>
        <source>“%1” has only %2 dpi at this size and will look %3 in print; use a larger picture, or a smaller format.</source>
        <translation>“%1” tem só %2 dpi neste tamanho e na impressão parecerá %3; use uma imagem maior, ou um formato menor.</translation>
    </message>
    <message>
        <source>“%1” has only %2 dpi at this size; %3 are needed. Use a larger picture or make it smaller on the page.</source>
        <translation>“%1” tem só %2 dpi neste tamanho; são precisos %3. Use uma imagem maior ou reduza-a na página.</translation>
    </message>
    <message>
        <source>“%1” is covered by what lies above it: %2 % of it can be seen. Bring it to the front, or move one of them.</source>
        <translation>“%1” está coberto pelo que fica acima: vê-se %2 %. Traga-o para a frente, ou mova um deles.</translation>
    </message>
    <message>
        <source>“%1” is hard to read: its contrast with the ground is %2, and should be %3 or more. Change its colour, or put a plate or a shadow behind it.</source>
        <translation>“%1” é difícil de ler: o contraste com o fundo é %2, e deveria ser %3 ou mais. Mude a cor, ou ponha um fundo ou uma sombra atrás.</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no.</source>
        <translation>“%1” não é nem sim nem não.</translation>
    </message>
    <message>
        <source>“%1” is no colour; write #rrggbb or a name as in CSS.</source>
        <translation>“%1” não é uma cor; escreva #rrggbb ou um nome como em CSS.</translation>
    </message>
    <message>
        <source>“%1” is no mapping; write LAYER=COLUMN.</source>
        <translation>“%1” não é uma correspondência; escreva CAMADA=COLUNA.</translation>
    </message>
    <message>
        <source>“%1” is no rule for empty cells; write keep, clear or skip, or LAYER=skip.</source>
        <translation>“%1” não é uma regra para células vazias; escreva keep, clear ou skip, ou CAMADA=skip.</translation>
    </message>
    <message>
        <source>“%1” is no seed; write a whole number.</source>
        <translation>“%1” não é uma semente; escreva um número inteiro.</translation>
    </message>
    <message>
        <source>“%1” is not drawn: groups are nested more than %2 deep.</source>
        <translation>“%1” não é desenhado: há grupos aninhados além de %2 níveis.</translation>
    </message>
    <message>
        <source>“%1” is not drawn: its place or size is no usable number.</source>
        <translation>“%1” não é desenhado: sua posição ou tamanho não é um número utilizável.</translation>
    </message>
    <message>
        <source>“%1” reaches into the outer %2 mm of the page, where it may be trimmed. Move it inwards.</source>
        <translation>“%1” entra nos %2 mm externos da página, onde pode ser refilado. Mova-o para dentro.</translation>
    </message>
    <message>
        <source>“%1” reaches over the edge of the page: %2 % of it is cut off. Move it inwards, or make it smaller.</source>
        <translation>“%1” passa da borda da página: %2 % é cortado. Mova-o para dentro, ou reduza-o.</translation>
    </message>
    <message>
        <source>characters: {}</source>
        <translation>caracteres: {}</translation>
    </message>
    <message>
        <source>clipped: {}</source>
        <translation>cortado: {}</translation>
    </message>
    <message>
        <source>covered: {}</source>
        <translation>coberto: {}</translation>
    </message>
    <message>
        <source>missing: “%1” was not found</source>
        <translation>ausente: “%1” não foi encontrado</translation>
    </message>
    <message>
        <source>near edge: {}</source>
        <translation>perto da borda: {}</translation>
    </message>
    <message>
        <source>not judged: “%1” has nothing that could be compared</source>
        <translation>não julgado: “%1” não tem nada que se possa comparar</translation>
    </message>
    <message>
        <source>off page: {}</source>
        <translation>fora da página: {}</translation>
    </message>
    <message>
        <source>overlapping: {}</source>
        <translation>sobreposto: {}</translation>
    </message>
    <message>
        <source>right: “%1”, contrast %2</source>
        <translation>certo: “%1”, contraste %2</translation>
    </message>
    <message>
        <source>unreadable: {}</source>
        <translation>ilegível: {}</translation>
    </message>
    <message>
        <source>&quot;{}&quot; in {} is no server: write rpc:HOST:PORT, several with commas, for example rpc:192.168.0.7:50052.</source>
        <translation>&quot;{}&quot; em {} não é um servidor: escreva rpc:HOST:PORTA, vários com vírgulas, por exemplo rpc:192.168.0.7:50052.</translation>
    </message>
    <message>
        <source>A finished tile of the picture, {}, cannot be read any more; start again.</source>
        <translation>Um bloco pronto da imagem, {}, não pode mais ser lido; comece de novo.</translation>
    </message>
    <message>
        <source>A strength of {} is not above 0 and at most 1; 1 makes the region anew, 0.3 only refines it.</source>
        <translation>A intensidade {} não está acima de 0 e no máximo 1; 1 refaz a região, 0,3 só a refina.</translation>
    </message>
    <message>
        <source>A tile of {}×{} pixels was kept where {}×{} are needed.</source>
        <translation>Foi guardado um bloco de {}×{} pixels onde são precisos {}×{}.</translation>
    </message>
    <message>
        <source>Both sides need the same version of ggml.</source>
        <translation>Os dois lados precisam da mesma versão do ggml.</translation>
    </message>
    <message>
        <source>Card, driver and CANN are ready; what is missing is ggml&apos;s CANN backend, which cannot be handed out ready-made. Build libggml-cann.so from ggml {} (cmake -DGGML_CANN=ON -DGGML_BACKEND_DL=ON) and put it into {}; see docs/handbook/ascend.md.</source>
        <translation>Placa, driver e CANN estão prontos; falta o backend CANN do ggml, que não pode ser distribuído pronto. Compile libggml-cann.so do ggml {} (cmake -DGGML_CANN=ON -DGGML_BACKEND_DL=ON) e ponha em {}; veja docs/handbook/ascend.md.</translation>
    </message>
    <message>
        <source>Its driver is installed but not at work: there is no /dev/davinci0. Restart the machine, and see what npu-smi info says.</source>
        <translation>O driver está instalado mas não funciona: não há /dev/davinci0. Reinicie a máquina, e veja o que diz npu-smi info.</translation>
    </message>
    <message>
        <source>Its driver is not installed. Install the vendor&apos;s driver and firmware for this card and restart; npu-smi info then lists it.</source>
        <translation>O driver não está instalado. Instale o driver e o firmware do fabricante e reinicie; npu-smi info então a lista.</translation>
    </message>
    <message>
        <source>Memory ran out while {} was enlarged; close other programs.</source>
        <translation>Acabou a memória ao ampliar {}; feche outros programas.</translation>
    </message>
    <message>
        <source>No pipe could be opened: {}.</source>
        <translation>Não foi possível abrir um pipe: {}.</translation>
    </message>
    <message>
        <source>Stopped; the worker was ended at once.</source>
        <translation>Parado; o processo de cálculo foi encerrado na hora.</translation>
    </message>
    <message>
        <source>The device {} cannot be used. {}</source>
        <translation>O dispositivo {} não pode ser usado. {}</translation>
    </message>
    <message>
        <source>The device {} is gone. Look again with haibao-cli devices.</source>
        <translation>O dispositivo {} sumiu. Olhe de novo com haibao-cli devices.</translation>
    </message>
    <message>
        <source>The server on the other machine ended, or cannot be reached any more. Start it again there and try once more: what is kept of the job is gone on from. Or use --device cpu.</source>
        <translation>O servidor na outra máquina terminou, ou não é mais alcançado. Inicie-o de novo lá e tente outra vez: continua-se do que ficou guardado. Ou use --device cpu.</translation>
    </message>
    <message>
        <source>The server {} offers no device.</source>
        <translation>O servidor {} não oferece nenhum dispositivo.</translation>
    </message>
    <message>
        <source>There is no memory for a measurement.</source>
        <translation>Não há memória para uma medição.</translation>
    </message>
    <message>
        <source>What was read of a job cannot be understood; proof-read its pictures with haibao-cli proof.</source>
        <translation>O que foi lido de uma tarefa não é compreendido; revise as imagens com haibao-cli proof.</translation>
    </message>
    <message>
        <source>You have no right to use /dev/{}. Join the group that owns it (usually: sudo usermod -aG HwHiAiUser $USER) and log in again.</source>
        <translation>Você não tem permissão para usar /dev/{}. Entre no grupo dono dele (em geral: sudo usermod -aG HwHiAiUser $USER) e faça login de novo.</translation>
    </message>
    <message>
        <source>ggml&apos;s part for other machines is not installed here. Install the package libggml0-backend-rpc.</source>
        <translation>A parte do ggml para outras máquinas não está instalada aqui. Instale o pacote libggml0-backend-rpc.</translation>
    </message>
    <message>
        <source>ggml&apos;s processor backend was not found. Reinstall the package libggml0.</source>
        <translation>O backend de processador do ggml não foi encontrado. Reinstale o pacote libggml0.</translation>
    </message>
    <message>
        <source>libggml-rpc.so has no {}; it belongs to another version of ggml.</source>
        <translation>libggml-rpc.so não tem {}; é de outra versão do ggml.</translation>
    </message>
    <message>
        <source>{} cannot be loaded: {}. Install what it needs (its driver), build it for this system, or take it away.</source>
        <translation>{} não pode ser carregado: {}. Instale o que ele precisa (o driver), compile-o para este sistema, ou tire-o.</translation>
    </message>
    <message>
        <source>{} could not be started: {}.</source>
        <translation>{} não pôde ser iniciado: {}.</translation>
    </message>
    <message>
        <source>{} did not answer within {} seconds and was stopped.</source>
        <translation>{} não respondeu em {} segundos e foi parado.</translation>
    </message>
    <message>
        <source>{} ended the process that tried it (status {}{}).</source>
        <translation>{} encerrou o processo que o testava (código {}{}).</translation>
    </message>
    <message>
        <source>{} ended the process that tried it ({}{}).</source>
        <translation>{} encerrou o processo que o testava ({}{}).</translation>
    </message>
    <message>
        <source>{} finds nothing here that it can use. Its driver may be missing or too old for it.</source>
        <translation>{} não encontra aqui nada que possa usar. O driver pode faltar ou ser antigo demais.</translation>
    </message>
    <message>
        <source>{} has more than 8 bits; enlarge its file with haibao-cli enlarge.</source>
        <translation>{} tem mais de 8 bits; amplie o arquivo com haibao-cli enlarge.</translation>
    </message>
    <message>
        <source>{} is no backend of ggml: it has no function ggml_backend_init. Take it out of that folder.</source>
        <translation>{} não é um backend do ggml: não tem a função ggml_backend_init. Tire-o dessa pasta.</translation>
    </message>
    <message>
        <source>{} names the server {} twice.</source>
        <translation>{} cita o servidor {} duas vezes.</translation>
    </message>
    <message>
        <source>{} names {}, but no CANN toolkit (libascendcl.so) is there. Install the toolkit, or correct the variable.</source>
        <translation>{} indica {}, mas não há ali o kit CANN (libascendcl.so). Instale o kit, ou corrija a variável.</translation>
    </message>
    <message>
        <source>{} of {} texts are not as they should be; the row is not written. {}</source>
        <translation>{} de {} textos não estão como deveriam; a linha não é gravada. {}</translation>
    </message>
    <message>
        <source>{} offers it already; take one of the two libraries away.</source>
        <translation>{} já o oferece; tire uma das duas bibliotecas.</translation>
    </message>
    <message>
        <source>{} offers no device {}.</source>
        <translation>{} não oferece o dispositivo {}.</translation>
    </message>
    <message>
        <source>{} was built against another version of ggml than the one here ({}). Build it against that one.</source>
        <translation>{} foi compilado com outra versão do ggml, não a daqui ({}). Compile-o com esta.</translation>
    </message>
    <message>
        <source>a control character</source>
        <translation>um caractere de controle</translation>
    </message>
    <message>
        <source>a list stands where none belongs</source>
        <translation>há uma lista onde não cabe</translation>
    </message>
    <message>
        <source>a null stands where none belongs</source>
        <translation>há um null onde não cabe</translation>
    </message>
    <message>
        <source>a number is negative</source>
        <translation>um número é negativo</translation>
    </message>
    <message>
        <source>a number is not whole</source>
        <translation>um número não é inteiro</translation>
    </message>
    <message>
        <source>a number stands where none belongs</source>
        <translation>há um número onde não cabe</translation>
    </message>
    <message>
        <source>a picture has 0 to 5 stars</source>
        <translation>uma imagem tem de 0 a 5 estrelas</translation>
    </message>
    <message>
        <source>a text stands where none belongs</source>
        <translation>há um texto onde não cabe</translation>
    </message>
    <message>
        <source>a true or false stands where none belongs</source>
        <translation>há um true ou false onde não cabe</translation>
    </message>
    <message>
        <source>an object stands where none belongs</source>
        <translation>há um objeto onde não cabe</translation>
    </message>
    <message>
        <source>does not begin where the one before it ends</source>
        <translation>não começa onde o anterior termina</translation>
    </message>
    <message>
        <source>each side must be a multiple of 32</source>
        <translation>cada lado deve ser múltiplo de 32</translation>
    </message>
    <message>
        <source>each side must be from 256 to 2048 pixels</source>
        <translation>cada lado deve ter de 256 a 2048 pixels</translation>
    </message>
    <message>
        <source>has an absurd shape</source>
        <translation>tem uma forma absurda</translation>
    </message>
    <message>
        <source>has {} axes</source>
        <translation>tem {} eixos</translation>
    </message>
    <message>
        <source>it has two dtypes</source>
        <translation>ele tem dois dtypes</translation>
    </message>
    <message>
        <source>it holds too many values</source>
        <translation>ele tem valores demais</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>está vazio</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>está aninhado demais</translation>
    </message>
    <message>
        <source>it must stay inside the target folder</source>
        <translation>deve ficar dentro da pasta de destino</translation>
    </message>
    <message>
        <source>it stands there twice</source>
        <translation>aparece duas vezes</translation>
    </message>
    <message>
        <source>its dtype, shape or data_offsets is missing</source>
        <translation>falta dtype, shape ou data_offsets</translation>
    </message>
    <message>
        <source>its shape is absurd</source>
        <translation>a forma é absurda</translation>
    </message>
    <message>
        <source>more than {} terms are too many</source>
        <translation>mais de {} termos são demais</translation>
    </message>
    <message>
        <source>overlaps another one</source>
        <translation>se sobrepõe a outro</translation>
    </message>
    <message>
        <source>similar: takes the number of one picture</source>
        <translation>similar: aceita o número de uma imagem</translation>
    </message>
    <message>
        <source>something must follow {}:</source>
        <translation>algo deve seguir {}:</translation>
    </message>
    <message>
        <source>stands there twice</source>
        <translation>aparece duas vezes</translation>
    </message>
    <message>
        <source>there is no filter |%1</source>
        <translation>não há o filtro |%1</translation>
    </message>
    <message>
        <source>with source pictures the long side may be at most four times the short one</source>
        <translation>com imagens de referência o lado longo pode ter no máximo quatro vezes o curto</translation>
    </message>
    <message>
        <source>Is the server running there, is the address right, does no firewall stand between? A server also keeps all but one client waiting.</source>
        <translation>O servidor está rodando lá, o endereço está certo, não há firewall no meio? Além disso, um servidor atende um cliente e faz os outros esperarem.</translation>
    </message>
    <message>
        <source>The device {} failed in the middle of this job ({}). Try again, or use --device cpu.</source>
        <translation>O dispositivo {} falhou no meio desta tarefa ({}). Tente de novo, ou use --device cpu.</translation>
    </message>
    <message>
        <source>{} is in the way; remove it.</source>
        <translation>{} está no caminho; remova-o.</translation>
    </message>
    <message>
        <source>The cell is empty, so nothing stands in its place on this row&apos;s poster.</source>
        <translation>A célula está vazia, então nada fica no lugar dela no pôster desta linha.</translation>
    </message>
    <message>
        <source>The cell is empty, so this row&apos;s poster has no text there.</source>
        <translation>A célula está vazia, então o pôster desta linha fica sem texto ali.</translation>
    </message>
    <message>
        <source>The cell is empty, so this row&apos;s poster keeps the picture it has.</source>
        <translation>A célula está vazia, então o pôster desta linha mantém a imagem que tem.</translation>
    </message>
    <message>
        <source>{} names no server: write rpc:HOST:PORT, several with commas.</source>
        <translation>{} não indica um servidor: escreva rpc:HOST:PORTA, vários com vírgulas.</translation>
    </message>
    <message>
        <source>Another process has just finished {}.</source>
        <translation>Outro processo acabou de concluir {}.</translation>
    </message>
    <message>
        <source>{}: tensor &quot;{}&quot; is empty or has more than four axes; such a model cannot be converted.</source>
        <translation>{}: o tensor “{}” está vazio ou tem mais de quatro eixos; um modelo assim não pode ser convertido.</translation>
    </message>
    <message>
        <source>&quot;enlarged&quot; is no object.</source>
        <translation>“enlarged” não é um objeto.</translation>
    </message>
    <message>
        <source>&quot;repaint&quot; is no object.</source>
        <translation>“repaint” não é um objeto.</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels needs {:.1f} GB of memory ({:.1f} GB of them for the model&apos;s weights), but {:.1f} GB are free{}. Choose a smaller size, close other programs, or convert the model to fewer bits (haibao-cli models convert).</source>
        <translation>Uma imagem de {}×{} pixels precisa de {:.1f} GB de memória ({:.1f} GB deles para os pesos do modelo), mas há {:.1f} GB livres{}. Escolha um tamanho menor, feche outros programas, ou converta o modelo para menos bits (haibao-cli models convert).</translation>
    </message>
    <message>
        <source>Memory ran out during this job. Choose a smaller size, or close other programs.</source>
        <translation>A memória acabou durante esta tarefa. Escolha um tamanho menor, ou feche outros programas.</translation>
    </message>
    <message>
        <source>Say how large: --to A3@300, --to 4096x5792, or --from a picture that was enlarged.</source>
        <translation>Diga o tamanho: --to A3@300, --to 4096x5792, ou --from com uma imagem que foi ampliada.</translation>
    </message>
    <message>
        <source>The worker process ended while it read the model: a file of it was cut, or its disk went away. Bring the disk back, or check the model (haibao-cli models verify), and start again.</source>
        <translation>O processo de cálculo terminou enquanto lia o modelo: um arquivo dele foi cortado, ou o disco sumiu. Reconecte o disco, ou verifique o modelo (haibao-cli models verify), e comece de novo.</translation>
    </message>
    <message>
        <source>This picture is being enlarged to this size by another process just now. Wait until it has finished, or stop it.</source>
        <translation>Outro processo está ampliando esta imagem para este tamanho agora. Espere que termine, ou pare-o.</translation>
    </message>
    <message>
        <source>What picture {} remembers of its steps is damaged.</source>
        <translation>O que a imagem {} guarda dos seus passos está danificado.</translation>
    </message>
    <message>
        <source>{} was cut, or its disk went away, while it was read. Bring the disk back or fetch the file again, and start once more.</source>
        <translation>{} foi cortado, ou seu disco sumiu, durante a leitura. Reconecte o disco ou busque o arquivo de novo, e comece outra vez.</translation>
    </message>
    <message>
        <source>{} was enlarged by the model {} ({}), not by the built-in one; name its folder with --model.</source>
        <translation>{} foi ampliado pelo modelo {} ({}), não pelo embutido; indique a pasta dele com --model.</translation>
    </message>
    <message>
        <source>{} was not enlarged by a model; say how large with --to.</source>
        <translation>{} não foi ampliado por um modelo; diga o tamanho com --to.</translation>
    </message>
    <message>
        <source>{} was not painted by Haibao, only enlarged; haibao-cli enlarge PICTURE --from {} repeats that.</source>
        <translation>{} não foi pintado pelo Haibao, só ampliado; haibao-cli enlarge IMAGEM --from {} repete isso.</translation>
    </message>
    <message>
        <source>{}.part is something else that was begun, a conversion perhaps. Finish that or remove it, or name another file.</source>
        <translation>{}.part é outra coisa começada, talvez uma conversão. Termine-a ou apague-a, ou dê outro nome de arquivo.</translation>
    </message>
    <message>
        <source>“%1” and others in %2 are not shown: the font draws them in a way (SVG) that Haibao cannot. Choose another font.</source>
        <translation>“%1” e outros em %2 não aparecem: a fonte os desenha em SVG, o que o Haibao não sabe. Escolha outra fonte.</translation>
    </message>
    <message>
        <source>“%1” and others in %2 are shown in the text&apos;s colour: the font colours them in a way (SVG) that Haibao cannot.</source>
        <translation>“%1” e outros em %2 aparecem na cor do texto: a fonte os colore em SVG, o que o Haibao não sabe.</translation>
    </message>
    <message>
        <source>%1 characters have no room in the box and are not shown; enlarge it or shorten the text.</source>
        <translation>%1 caracteres não cabem na caixa e não aparecem; aumente-a ou encurte o texto.</translation>
    </message>
    <message>
        <source>%1 lines had to be broken where no rule allows it; widen the box.</source>
        <translation>%1 linhas tiveram de ser quebradas onde nenhuma regra permite; alargue a caixa.</translation>
    </message>
    <message>
        <source>A line had to be broken where no rule allows it; widen the box.</source>
        <translation>Uma linha teve de ser quebrada onde nenhuma regra permite; alargue a caixa.</translation>
    </message>
    <message>
        <source>A tile of {} pixels cannot be painted: its side is a multiple of 32 from 256 to 2048.</source>
        <translation>Um bloco de {} pixels não pode ser pintado: o lado é múltiplo de 32, de 256 a 2048.</translation>
    </message>
    <message>
        <source>One character has no room in the box and is not shown; enlarge it or shorten the text.</source>
        <translation>Um caractere não cabe na caixa e não aparece; aumente-a ou encurte o texto.</translation>
    </message>
    <message>
        <source>{} did not answer when it was last tried, twice, and is left out until it is another file or the computer was started anew. haibao-cli devices --again tries it at once; update the driver of that device, or take the file away: {}.</source>
        <translation>{} não respondeu nas duas vezes em que foi testado, e fica de fora até que o arquivo seja outro ou o computador reinicie. haibao-cli devices --again tenta na hora; atualize o driver desse dispositivo, ou retire o arquivo: {}.</translation>
    </message>
    <message>
        <source>“%1” is shown at %2 times its own size and looks soft; enlarge the picture, or make it smaller on the page.</source>
        <translation>“%1” aparece a %2 vezes o próprio tamanho e fica sem nitidez; amplie a imagem, ou reduza-a na página.</translation>
    </message>
    <message>
        <source>A reference picture that this one was made from is not there any more; put it beside the prompt again.</source>
        <translation>Uma imagem de referência usada nesta não está mais lá; ponha-a de novo ao lado do prompt.</translation>
    </message>
    <message>
        <source>It is not known with which prompt this picture was made.</source>
        <translation>Não se sabe com que prompt esta imagem foi feita.</translation>
    </message>
    <message>
        <source>The folder for models cannot be made: {}.</source>
        <translation>A pasta dos modelos não pode ser criada: {}.</translation>
    </message>
    <message>
        <source>The library is not open, so pictures could not be kept.</source>
        <translation>A biblioteca não está aberta; as imagens não teriam onde ficar.</translation>
    </message>
    <message>
        <source>The library is not open.</source>
        <translation>A biblioteca não está aberta.</translation>
    </message>
    <message>
        <source>The model could not be added: {}.</source>
        <translation>O modelo não pôde ser adicionado: {}.</translation>
    </message>
    <message>
        <source>The printer did not take the page.</source>
        <translation>A impressora não aceitou a página.</translation>
    </message>
    <message>
        <source>There is a style “{}” already; choose another name.</source>
        <translation>Já existe um estilo “{}”; escolha outro nome.</translation>
    </message>
    <message>
        <source>Your text styles could not be read, so they are not changed: {}</source>
        <translation>Os seus estilos de texto não puderam ser lidos, por isso não mudam: {}</translation>
    </message>
    <message>
        <source>a part of its path is not a folder</source>
        <translation>uma parte do caminho não é uma pasta</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>outro programa está usando</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>não existe</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>é uma pasta</translation>
    </message>
    <message>
        <source>it is too large for this file system</source>
        <translation>é grande demais para este sistema de arquivos</translation>
    </message>
    <message>
        <source>it lies on another disk</source>
        <translation>está em outro disco</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>os links andam em círculo</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>o nome é longo demais</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>o disco está cheio</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>o disco é somente leitura</translation>
    </message>
    <message>
        <source>the disk reports a fault</source>
        <translation>o disco informa uma falha</translation>
    </message>
    <message>
        <source>the disk that it lies on is gone</source>
        <translation>o disco em que está sumiu</translation>
    </message>
    <message>
        <source>the folder is not empty</source>
        <translation>a pasta não está vazia</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>falta memória</translation>
    </message>
    <message>
        <source>there is something of that name already</source>
        <translation>já existe algo com esse nome</translation>
    </message>
    <message>
        <source>too many files are open at once</source>
        <translation>há arquivos demais abertos ao mesmo tempo</translation>
    </message>
    <message>
        <source>you have no right to it</source>
        <translation>falta permissão</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation>a sua cota do disco acabou</translation>
    </message>
    <message>
        <source>{} cannot be removed: {}.</source>
        <translation>{} não pode ser removido: {}.</translation>
    </message>
    <message>
        <source>{} cannot be written: {}.</source>
        <translation>{} não pode ser gravado: {}.</translation>
    </message>
    <message>
        <source>{} cannot be written: {}. Free some space; the same command goes on then.</source>
        <translation>{} não pode ser gravado: {}. Libere espaço; o mesmo comando continua dali.</translation>
    </message>
    <message>
        <source>{} could not be read.</source>
        <translation>{} não pôde ser lido.</translation>
    </message>
    <message>
        <source>{} has room for {} of the {} layers of {}: {} are streamed to it, again and again.</source>
        <translation>{} tem espaço para {} das {} camadas de {}: {} são enviadas a ele repetidas vezes.</translation>
    </message>
    <message>
        <source>{} holds no text styles that this Haibao knows.</source>
        <translation>{} não tem estilos de texto que este Haibao conheça.</translation>
    </message>
    <message>
        <source>{} is not a picture that Haibao can show.</source>
        <translation>{} não é uma imagem que o Haibao possa mostrar.</translation>
    </message>
    <message>
        <source>“{}” comes with Haibao; choose another name.</source>
        <translation>“{}” vem com o Haibao; escolha outro nome.</translation>
    </message>
    <message>
        <source>{} lies on a file system that cannot map files; copy it to another disk.</source>
        <translation>{} está em um sistema de arquivos que não mapeia arquivos; copie-o para outro disco.</translation>
    </message>
    <message>
        <source>{} is a device or a pipe and no file that can be written anew; name another one.</source>
        <translation>{} é um dispositivo ou um pipe, não um arquivo que possa ser gravado de novo; indique outro.</translation>
    </message>
    <message>
        <source>“%1” comes within %2 pixels of the page&apos;s edge, which apps may cover or cut off. Move it inwards.</source>
        <translation>“%1” fica a menos de %2 pixels da borda da página, que aplicativos podem cobrir ou cortar. Mova-o para dentro.</translation>
    </message>
    <message>
        <source>extra: “%1” was not asked for (at %2, %3)</source>
        <translation>a mais: “%1” não foi pedido (em %2, %3)</translation>
    </message>
    <message>
        <source>not judged: “%1” is too small to be read with certainty: characters of %2 pixels (at %3, %4)</source>
        <translation>não julgado: “%1” é pequeno demais para ler com certeza: caracteres de %2 pixels (em %3, %4)</translation>
    </message>
    <message>
        <source>right: “%1” (at %2, %3)</source>
        <translation>certo: “%1” (em %2, %3)</translation>
    </message>
    <message>
        <source>wrong: “%1” reads “%2” (at %3, %4); %5 % of its words are right, similarity %6</source>
        <translation>errado: “%1” lê-se “%2” (em %3, %4); %5 % das palavras estão certas, semelhança %6</translation>
    </message>
    <message>
        <source>The text is set at %1 % of its size, so that it fits its box.</source>
        <translation>O texto foi reduzido a %1 % do tamanho para caber na caixa.</translation>
    </message>
    <message>
        <source>%1 characters are from the font “%2”.</source>
        <translation>%1 caracteres são da fonte “%2”.</translation>
    </message>
    <message>
        <source>%1 characters have no room on the path; lengthen it or shorten the text.</source>
        <translation>%1 caracteres não cabem no caminho; alongue-o ou encurte o texto.</translation>
    </message>
    <message>
        <source>Even at the smallest size of %1 points, %2 % of its own, the text does not fit its box; enlarge the box or shorten the text.</source>
        <translation>Mesmo no menor tamanho, %1 pontos (%2 % do original), o texto não cabe na caixa; aumente-a ou encurte o texto.</translation>
    </message>
    <message>
        <source>One character has no room on the path; lengthen it or shorten the text.</source>
        <translation>Um caractere não cabe no caminho; alongue-o ou encurte o texto.</translation>
    </message>
    <message>
        <source>One character is from the font “%1”.</source>
        <translation>Um caractere é da fonte “%1”.</translation>
    </message>
    <message>
        <source>Several layers are called “%1”: the column fills the first of them. The next one stays as it is, unless a column is chosen for “%2”.</source>
        <translation>Várias camadas se chamam “%1”: a coluna preenche a primeira. A seguinte fica como está, a menos que se escolha uma coluna para “%2”.</translation>
    </message>
    <message>
        <source>The font &quot;%1&quot; has no %2, and no installed font has all of them.</source>
        <translation>A fonte &quot;%1&quot; não tem %2, e nenhuma fonte instalada tem todos.</translation>
    </message>
    <message>
        <source>The font &quot;%1&quot; has no %2, nor has any other installed font.</source>
        <translation>A fonte &quot;%1&quot; não tem %2, nem outra fonte instalada.</translation>
    </message>
    <message>
        <source>The font &quot;%1&quot; has no %2; it is in: %3.</source>
        <translation>A fonte &quot;%1&quot; não tem %2; há em: %3.</translation>
    </message>
    <message>
        <source>{} of {} rows have errors; nothing was written.</source>
        <translation>{} de {} linhas têm erros; nada foi gravado.</translation>
    </message>
    <message>
        <source>{}: tensor &quot;{}&quot; has values of more than 65504, which this graphics card does not multiply in 16 bits. Use --precision f32.</source>
        <translation>{}: o tensor &quot;{}&quot; tem valores acima de 65504, que esta placa de vídeo não multiplica em 16 bits. Use --precision f32.</translation>
    </message>
    <message>
        <source>A watermark is {} to 1 times as high as the shorter side, not {}.</source>
        <translation>A altura de uma marca-d’água vai de {} a 1 vez o lado menor, não {}.</translation>
    </message>
    <message>
        <source>An ink limit is 1 to {} percent, or 0 for none, not {}.</source>
        <translation>Um limite de tinta vai de 1 a {} por cento (0: nenhum), não {}.</translation>
    </message>
    <message>
        <source>The name of {} is not UTF-8; give the file another name.</source>
        <translation>O nome de {} não é UTF-8; dê outro nome ao arquivo.</translation>
    </message>
    <message>
        <source>The opacity of a watermark is 0 to 1, not {}.</source>
        <translation>A opacidade de uma marca-d’água vai de 0 a 1, não {}.</translation>
    </message>
    <message>
        <source>{} has no rows but the one that names its columns.</source>
        <translation>{} não tem nenhuma linha além da que dá nome às colunas.</translation>
    </message>
    <message>
        <source>Name the file that the model is to be written to, for example model.gguf.</source>
        <translation>Dê o nome do arquivo em que o modelo será gravado, por exemplo model.gguf.</translation>
    </message>
    <message>
        <source>“%1” is not drawn: its frame has no width or no height. Make it larger.</source>
        <translation>“%1” não é desenhado: sua moldura não tem largura ou não tem altura. Aumente-a.</translation>
    </message>
</context>
</TS>
