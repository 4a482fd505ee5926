<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>--bleed takes millimetres between 0 and 100, or “document”, not “{}”.</source>
        <translation>--bleed 需要 0 到 100 的毫米数或 document，而不是“{}”。</translation>
    </message>
    <message>
        <source>--dpi must be between 1 and 4800, not {}.</source>
        <translation>--dpi 必须在 1 到 4800 之间，不能是 {}。</translation>
    </message>
    <message>
        <source>--if-exists cannot be “{}”; it is one of unique, skip, overwrite, overwrite-if-older.</source>
        <translation>--if-exists 不能是“{}”；可选 unique、skip、overwrite、overwrite-if-older。</translation>
    </message>
    <message>
        <source>--mask needs the picture that it belongs to: --image FILE.</source>
        <translation>--mask 需要对应的图：--image FILE。</translation>
    </message>
    <message>
        <source>--out - takes one picture and no --json.</source>
        <translation>--out - 只能输出一张图，且不能同时用 --json。</translation>
    </message>
    <message>
        <source>--proof takes report, replace, or retry:N with N from 1 to 20, not {}.</source>
        <translation>--proof 可取 report、replace 或 retry:N（N 为 1 到 20），不能是 {}。</translation>
    </message>
    <message>
        <source>--random takes all, landscapes, abstracts or objects.</source>
        <translation>--random 可取 all、landscapes、abstracts 或 objects。</translation>
    </message>
    <message>
        <source>A --prompt is needed (or --from a picture).</source>
        <translation>需要提示词 --prompt（或用 --from 指定一张图）。</translation>
    </message>
    <message>
        <source>A delimiter is one character, or the word tab, not “{}”.</source>
        <translation>分隔符是一个字符或单词 tab，不能是“{}”。</translation>
    </message>
    <message>
        <source>A poster says itself what it should show; --expect is for pictures.</source>
        <translation>海报自身就说明了应有的文字；--expect 只用于图片。</translation>
    </message>
    <message>
        <source>A region of {} was repainted; name its base first with --image and the mask with --mask.</source>
        <translation>{} 的局部重绘过；先用 --image 给出底图，再用 --mask 给出蒙版。</translation>
    </message>
    <message>
        <source>A subcommand is required</source>
        <translation>需要一个命令</translation>
    </message>
    <message>
        <source>Another process works through this queue already; what you add is done there.</source>
        <translation>另一个进程已在处理这个队列；新加的任务会由它完成。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Cancelled; the worker was ended at once.</source>
        <translation>已取消，计算进程已立即结束。</translation>
    </message>
    <message>
        <source>Could not convert: {} = {}</source>
        <translation>无法识别的值：{} = {}</translation>
    </message>
    <message>
        <source>Exactly 1 option from [{}] is required</source>
        <translation>[{}] 中必须且只能给一个</translation>
    </message>
    <message>
        <source>Exactly 1 option from [{}] is required and {} were given</source>
        <translation>[{}] 中必须且只能给一个，却给了 {} 个</translation>
    </message>
    <message>
        <source>Expected exactly {} arguments to {}, got {}</source>
        <translation>{1} 需要 {0} 个参数，得到 {2} 个</translation>
    </message>
    <message>
        <source>Line {} of {} cannot be used: {}.</source>
        <translation>{1} 的第 {0} 行无法使用：{2}。</translation>
    </message>
    <message>
        <source>Memory does not suffice for a picture of this size.</source>
        <translation>内存不足以生成这么大的图。</translation>
    </message>
    <message>
        <source>Memory ran out; close other programs.</source>
        <translation>内存不足；关闭其他程序后再试。</translation>
    </message>
    <message>
        <source>Name the pictures, posters or folders to export.</source>
        <translation>指定要导出的图片、海报或文件夹。</translation>
    </message>
    <message>
        <source>Name the pictures: their numbers, or --query with a search.</source>
        <translation>指定图：给出编号，或用 --query 搜索。</translation>
    </message>
    <message>
        <source>Pictures are written as PNG; let the name end in .png instead of {}.</source>
        <translation>图以 PNG 写出；文件名以 .png 结尾，而不是 {}。</translation>
    </message>
    <message>
        <source>Row {} has no picture. {}</source>
        <translation>第 {} 行没有图。{}</translation>
    </message>
    <message>
        <source>Scenes are painted from 16 to 16384 pixels a side.</source>
        <translation>场景每边可为 16 到 16384 像素。</translation>
    </message>
    <message>
        <source>Stopped while painting; the pictures made so far are kept, and the same command goes on from here.</source>
        <translation>绘制时停止；已画好的图保留，同样的命令会接着画。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Stopped; the queue goes on from here with haibao-cli queue run.</source>
        <translation>已停止；haibao-cli queue run 会从这里继续队列。</translation>
    </message>
    <message>
        <source>Stopped; the same command goes on from here.</source>
        <translation>已停止；同样的命令会从这里继续。</translation>
    </message>
    <message>
        <source>The checksum of {} is none.</source>
        <translation>{} 的校验和无效。</translation>
    </message>
    <message>
        <source>The folder {} does not lie beside the JSON or below it, where its pictures are looked for; choose another one.</source>
        <translation>文件夹 {} 不在 JSON 旁边或其下级，而图片要在那里查找；换一个文件夹。</translation>
    </message>
    <message>
        <source>The following argument was not expected: {}</source>
        <translation>多余的参数：{}</translation>
    </message>
    <message>
        <source>The following arguments were not expected: {}</source>
        <translation>多余的参数：{}</translation>
    </message>
    <message>
        <source>The layer holds no text; give one with a &quot;text&quot;.</source>
        <translation>这个图层没有文字；给一个带 &quot;text&quot; 的图层。</translation>
    </message>
    <message>
        <source>The output could not be written; is the disk full?</source>
        <translation>无法写出结果；磁盘满了吗？</translation>
    </message>
    <message>
        <source>The picture could not be written to the output.</source>
        <translation>无法把图写到输出。</translation>
    </message>
    <message>
        <source>The picture painted for row {} cannot be read any more.</source>
        <translation>为第 {} 行画的图已无法读取。</translation>
    </message>
    <message>
        <source>The program met an error that it did not expect.</source>
        <translation>程序遇到了意料之外的错误。</translation>
    </message>
    <message>
        <source>The scene&apos;s description is no JSON object: {}.</source>
        <translation>场景描述不是 JSON 对象：{}。</translation>
    </message>
    <message>
        <source>The standard input is larger than 64 MB.</source>
        <translation>标准输入超过 64 MB。</translation>
    </message>
    <message>
        <source>The trace {} cannot be written: {}.</source>
        <translation>无法写入跟踪记录 {}：{}。</translation>
    </message>
    <message>
        <source>The worker did not answer for {} minutes and was stopped.</source>
        <translation>计算进程 {} 分钟没有响应，已被停止。</translation>
    </message>
    <message>
        <source>There is no format “{}”; let the name end in .png, .jpg, .webp, .avif, .tiff or .pdf.</source>
        <translation>没有“{}”这种格式；文件名以 .png、.jpg、.webp、.avif、.tiff 或 .pdf 结尾。</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>没有可导出的内容。</translation>
    </message>
    <message>
        <source>{} cannot be “{}”; it is one of {}.</source>
        <translation>{} 不能是“{}”；可选：{}。</translation>
    </message>
    <message>
        <source>{} does not end in .png, .jpg, .webp, .avif or .tiff.</source>
        <translation>{} 不是以 .png、.jpg、.webp、.avif 或 .tiff 结尾。</translation>
    </message>
    <message>
        <source>{} excludes {}</source>
        <translation>{} 不能与 {} 同时使用</translation>
    </message>
    <message>
        <source>{} exists already; give the trace another name, or add --overwrite.</source>
        <translation>{} 已存在；给跟踪记录换个名字，或加上 --overwrite。</translation>
    </message>
    <message>
        <source>{} has {}×{} pixels already; {} needs no more.</source>
        <translation>{} 已有 {}×{} 像素，{} 不需要更多。</translation>
    </message>
    <message>
        <source>{} is of a kind that a poster cannot hold; convert it to PNG.</source>
        <translation>Haibao 不支持 {} 的格式；先转成 PNG。</translation>
    </message>
    <message>
        <source>{} is required</source>
        <translation>缺少必填项 {}</translation>
    </message>
    <message>
        <source>{} of {} texts are not as they should be; nothing was written.</source>
        <translation>{1} 段文字中有 {0} 段不符合要求，没有写文件。</translation>
    </message>
    <message>
        <source>{} requires {}</source>
        <translation>使用 {} 时还需要 {}</translation>
    </message>
    <message>
        <source>{} was given a disallowed flag override</source>
        <translation>{} 是开关选项，不能带值</translation>
    </message>
    <message>
        <source>{} was made from {} source picture(s); name the same with --image.</source>
        <translation>{} 由 {} 张参考图生成；用 --image 给出同样的图。</translation>
    </message>
    <message>
        <source>{} was made with the model {} ({}), not with the built-in one; name its folder with --model.</source>
        <translation>{} 是用模型 {}（{}）生成的，不是内置模型；用 --model 指定它的文件夹。</translation>
    </message>
    <message>
        <source>{}: At Most {} required but received {}</source>
        <translation>{}：最多 {} 个，得到 {} 个</translation>
    </message>
    <message>
        <source>{}: At least {} required but received {}</source>
        <translation>{}：至少需要 {} 个，得到 {} 个</translation>
    </message>
    <message>
        <source>{}: Value {} not in range [{} - {}]</source>
        <translation>{}：{} 不在 {} 到 {} 的范围内</translation>
    </message>
    <message>
        <source>{}: too many inputs for a flag</source>
        <translation>{}：开关选项给了太多值</translation>
    </message>
    <message>
        <source>{}: {} not in {{{}}}</source>
        <translation>{}：{} 不在可选值 {{{}}} 之中</translation>
    </message>
    <message>
        <source>{}: {} required {} missing</source>
        <translation>{}：缺少 {} 个 {}</translation>
    </message>
    <message>
        <source>“{}” is no file size; write --target-size 300k or 2M.</source>
        <translation>“{}”不是文件大小；写成 --target-size 300k 或 2M。</translation>
    </message>
    <message>
        <source>“{}” is no size; write {} 1080x1350, or 1080x and x1350 to keep the proportions.</source>
        <translation>“{}”不是尺寸；写成 {} 1080x1350，或用 1080x、x1350 保持比例。</translation>
    </message>
    <message>
        <source>A PDF in CMYK needs the printer&apos;s profile; choose one such as FOGRA39L_coated.</source>
        <translation>CMYK 的 PDF 需要印刷厂的色彩配置文件；选一个，如 FOGRA39L_coated。</translation>
    </message>
    <message>
        <source>A PDF is measured in millimetres, not in pixels.</source>
        <translation>PDF 以毫米计，不以像素计。</translation>
    </message>
    <message>
        <source>A PDF needs at least one page.</source>
        <translation>PDF 至少要有一页。</translation>
    </message>
    <message>
        <source>A PDF page of {:.0f}×{:.0f} mm cannot be; sides may have 1 mm to 5,080 mm.</source>
        <translation>PDF 页面不能是 {:.0f}×{:.0f} mm；每边可为 1 到 5080 mm。</translation>
    </message>
    <message>
        <source>A cache for {} sequences of {} tokens makes no sense.</source>
        <translation>为 {} 个序列、{} 个词元建立缓存没有意义。</translation>
    </message>
    <message>
        <source>A feather of {} pixels is not between 0 and {}.</source>
        <translation>羽化 {} 像素不在 0 到 {} 之间。</translation>
    </message>
    <message>
        <source>A file size can only be aimed at with JPEG, or with WebP and AVIF when they may lose detail.</source>
        <translation>只有 JPEG，以及有损的 WebP 和 AVIF 才能指定文件大小。</translation>
    </message>
    <message>
        <source>A folder cannot be copied into itself.</source>
        <translation>文件夹不能复制到自身里。</translation>
    </message>
    <message>
        <source>A graph&apos;s operations name what is not there, or have impossible times.</source>
        <translation>计算图的运算引用了不存在的内容，或时间不可能。</translation>
    </message>
    <message>
        <source>A graph&apos;s operations take {} bytes, which is no multiple of {}.</source>
        <translation>计算图的运算占 {} 字节，不是 {} 的倍数。</translation>
    </message>
    <message>
        <source>A grid of {}×{} patches needs {} values; {} were given.</source>
        <translation>{}×{} 的网格需要 {} 个值，给了 {} 个。</translation>
    </message>
    <message>
        <source>A guidance of {} makes no picture. Choose from 0 to 100; 1.5 is usual.</source>
        <translation>引导强度 {} 画不出图。选 0 到 100，通常为 1.5。</translation>
    </message>
    <message>
        <source>A job makes 1 to {} pictures, not {}.</source>
        <translation>一项任务可生成 1 到 {} 张图，不能是 {} 张。</translation>
    </message>
    <message>
        <source>A job takes at most {} reference pictures, not {}.</source>
        <translation>一项任务最多用 {} 张参考图，不能是 {} 张。</translation>
    </message>
    <message>
        <source>A message holds fewer latents than the {} it speaks of.</source>
        <translation>消息里的潜变量少于所说的 {} 个。</translation>
    </message>
    <message>
        <source>A message holds fewer pixels than its {}×{} picture needs.</source>
        <translation>消息里的像素不够 {}×{} 的图。</translation>
    </message>
    <message>
        <source>A message holds fewer values than its mask of {}×{} needs.</source>
        <translation>消息里的值不够 {}×{} 的蒙版。</translation>
    </message>
    <message>
        <source>A message holds {} bytes more than its pictures need.</source>
        <translation>消息比图所需多出 {} 字节。</translation>
    </message>
    <message>
        <source>A message of {} + {} bytes is too large for the worker; use fewer or smaller pictures.</source>
        <translation>{} + {} 字节的消息对计算进程来说太大；少用几张图或用小一点的。</translation>
    </message>
    <message>
        <source>A model of {} times the released width makes no sense; choose from 0.03 to 2.</source>
        <translation>发布版宽度的 {} 倍没有意义；选 0.03 到 2。</translation>
    </message>
    <message>
        <source>A page of {} × {} points cannot be written.</source>
        <translation>无法写出 {} × {} 点的页面。</translation>
    </message>
    <message>
        <source>A painting can only be gone on with together with its visual tokens.</source>
        <translation>继续绘制时须同时提供视觉词元。</translation>
    </message>
    <message>
        <source>A picture alone does not become a PDF; put it on a poster, or choose another preset.</source>
        <translation>单张图片不能直接导出 PDF；把它放到海报上，或换个预设。</translation>
    </message>
    <message>
        <source>A picture has 0 to 5 stars, not {}.</source>
        <translation>图可以有 0 到 5 星，不能是 {}。</translation>
    </message>
    <message>
        <source>A picture has more rows than it said.</source>
        <translation>图的行数比声明的多。</translation>
    </message>
    <message>
        <source>A picture of {:.0f} × {:.0f} pixels cannot be painted; at most {} × {} are possible. Choose a lower resolution or a smaller page.</source>
        <translation>无法绘制 {:.0f} × {:.0f} 像素的图，最大 {} × {}。选更低的分辨率或更小的页面。</translation>
    </message>
    <message>
        <source>A picture of {} rows ended after {}.</source>
        <translation>{} 行的图在第 {} 行处断了。</translation>
    </message>
    <message>
        <source>A picture of {}x{} pixels cannot be painted: {}. The nearest size is {}x{}.</source>
        <translation>无法生成 {}x{} 像素的图：{}。最接近的尺寸是 {}x{}。</translation>
    </message>
    <message>
        <source>A picture of {}×{} cannot be read for words.</source>
        <translation>无法识别 {}×{} 的图中的文字。</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels cannot be encoded: its sides must be multiples of {}.</source>
        <translation>无法编码 {}×{} 像素的图：边长须为 {} 的倍数。</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels cannot be made: sides lie between {} and {}.</source>
        <translation>无法生成 {}×{} 像素的图：边长须在 {} 到 {} 之间。</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels cannot be written.</source>
        <translation>无法写出 {}×{} 像素的图。</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels cannot be written; it needs at least one pixel.</source>
        <translation>无法写出 {}×{} 像素的图；至少要有一个像素。</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels does not fit into memory; choose a smaller size.</source>
        <translation>{}×{} 像素的图放不进内存；选小一点的尺寸。</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels is not possible: sides go from 32 to 16384.</source>
        <translation>{}×{} 像素的图不可用：边长为 32 到 16384。</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels is too long to repaint a part of it: one side may be at most {} times the other. Crop it.</source>
        <translation>{}×{} 像素的图太长，无法局部重绘：一边最多为另一边的 {} 倍。先裁剪。</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels is too small to repaint a part of it; each side needs {}.</source>
        <translation>{}×{} 像素的图太小，无法局部重绘；每边至少 {}。</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels with {} bytes cannot be written.</source>
        <translation>无法写出 {}×{} 像素、{} 字节的图。</translation>
    </message>
    <message>
        <source>A picture of {}×{} visual tokens cannot be drawn.</source>
        <translation>无法绘制 {}×{} 个视觉词元的图。</translation>
    </message>
    <message>
        <source>A picture was read beyond its last row.</source>
        <translation>读取超出了图的最后一行。</translation>
    </message>
    <message>
        <source>A quoted text of {} characters is too long for a poster; {} are possible.</source>
        <translation>引号里的文字有 {} 个字符，对海报来说太长；最多 {} 个。</translation>
    </message>
    <message>
        <source>A repainted picture keeps the size of its base; leave the size out.</source>
        <translation>重绘的图与底图同尺寸；不要再指定尺寸。</translation>
    </message>
    <message>
        <source>A resolution is between 36 and 2400 dpi, not {}.</source>
        <translation>分辨率应在 36 到 2400 dpi 之间，不能是 {}。</translation>
    </message>
    <message>
        <source>A search takes one colour: or one similar:, not several.</source>
        <translation>一次搜索只能有一个 colour: 或 similar:。</translation>
    </message>
    <message>
        <source>A size needs both width and height.</source>
        <translation>尺寸要同时给出宽和高。</translation>
    </message>
    <message>
        <source>A source picture of {}×{} visual tokens is not possible.</source>
        <translation>参考图不能是 {}×{} 个视觉词元。</translation>
    </message>
    <message>
        <source>A tag needs a name.</source>
        <translation>标签要有名字。</translation>
    </message>
    <message>
        <source>A text needs ids from 0 to {}, but the glyph encoder knows only {}.</source>
        <translation>文字需要 0 到 {} 的编号，而字形编码器只认识 {} 个。</translation>
    </message>
    <message>
        <source>A text of {} bytes is too long for the glyph encoder. Shorten it.</source>
        <translation>{} 字节的文字对字形编码器来说太长。缩短它。</translation>
    </message>
    <message>
        <source>A text without extent cannot be warped.</source>
        <translation>没有大小的文字无法变形。</translation>
    </message>
    <message>
        <source>A value could not be handed to the database (SQLite error {}).</source>
        <translation>无法把值交给数据库（SQLite 错误 {}）。</translation>
    </message>
    <message>
        <source>A visual token lies outside the model&apos;s {} codes.</source>
        <translation>有视觉词元超出了模型的 {} 个编码。</translation>
    </message>
    <message>
        <source>A watermark cannot be at “{}”; it can be at {}.</source>
        <translation>水印不能放在“{}”；可选 {}。</translation>
    </message>
    <message>
        <source>A width or a height is needed for the size.</source>
        <translation>尺寸至少要给出宽或高。</translation>
    </message>
    <message>
        <source>A {} of {} pixels cannot be painted: sides are multiples of {} from {} to {}. The nearest is {}.</source>
        <translation>{} 不能是 {} 像素：边长须为 {} 的倍数，{} 到 {}。最接近的是 {}。</translation>
    </message>
    <message>
        <source>An album needs a name.</source>
        <translation>相册要有名字。</translation>
    </message>
    <message>
        <source>An encoder went back to bytes that it never wrote.</source>
        <translation>编码器回到了它从未写过的字节。</translation>
    </message>
    <message>
        <source>An entry of &quot;devices&quot; is no object.</source>
        <translation>&quot;devices&quot; 里有一项不是对象。</translation>
    </message>
    <message>
        <source>An entry of &quot;threads&quot; is no object.</source>
        <translation>&quot;threads&quot; 里有一项不是对象。</translation>
    </message>
    <message>
        <source>An envelope needs 12 points, {} are there.</source>
        <translation>封套需要 12 个点，现有 {} 个。</translation>
    </message>
    <message>
        <source>Another process is writing {} just now.</source>
        <translation>另一个进程正在写 {}。</translation>
    </message>
    <message>
        <source>CMYK pictures have 8 bits per channel here; choose 8 bits, or an RGB profile.</source>
        <translation>CMYK 图片每通道为 8 位；选 8 位，或用 RGB 色彩配置文件。</translation>
    </message>
    <message>
        <source>Colours cannot be converted from “{}” to “{}”: a profile lacks the tables for it.</source>
        <translation>无法从“{}”转换到“{}”：色彩配置文件缺少所需的表。</translation>
    </message>
    <message>
        <source>ICU cannot normalise this text ({}).</source>
        <translation>ICU 无法规范化这段文字（{}）。</translation>
    </message>
    <message>
        <source>ICU&apos;s data for {} is missing.</source>
        <translation>缺少 ICU 的 {} 数据。</translation>
    </message>
    <message>
        <source>Job {} does not wait in the queue, so it has no place there; retry or duplicate it.</source>
        <translation>任务 {} 不在排队，没有位置可移；重试或复制它。</translation>
    </message>
    <message>
        <source>Job {} is {}; cancel it before it is removed.</source>
        <translation>任务 {} 的状态是 {}；先取消再删除。</translation>
    </message>
    <message>
        <source>Job {} is {}; it cannot be {}.</source>
        <translation>任务 {} 的状态是 {}，无法执行：{}。</translation>
    </message>
    <message>
        <source>Line {} has more than {} cells; is the delimiter another one?</source>
        <translation>第 {} 行超过 {} 个单元格；分隔符是不是别的？</translation>
    </message>
    <message>
        <source>Line {} holds a NUL character: this is no table of text, or its encoding is another one.</source>
        <translation>第 {} 行含有空字符：这不是文本表格，或编码不对。</translation>
    </message>
    <message>
        <source>Line {}: a cell is longer than a million characters; is a quote missing before?</source>
        <translation>第 {} 行：单元格超过一百万个字符；前面是不是少了引号？</translation>
    </message>
    <message>
        <source>Line {}: text follows the closing quote of a cell; quotes inside a quoted cell are written twice.</source>
        <translation>第 {} 行：单元格的结束引号后还有文字；引号内的引号要写两次。</translation>
    </message>
    <message>
        <source>Memory does not suffice to decode {}.</source>
        <translation>内存不足，无法解码 {}。</translation>
    </message>
    <message>
        <source>Memory does not suffice to read {}.</source>
        <translation>内存不足，无法读取 {}。</translation>
    </message>
    <message>
        <source>Memory does not suffice to save {}.</source>
        <translation>内存不足，无法保存 {}。</translation>
    </message>
    <message>
        <source>Memory ran out at {}.</source>
        <translation>处理 {} 时内存不足。</translation>
    </message>
    <message>
        <source>Memory ran out during this job; choose a smaller size, fewer pictures at once, or close other programs.</source>
        <translation>执行这项任务时内存不足；选小一点的尺寸、一次少画几张，或关闭其他程序。</translation>
    </message>
    <message>
        <source>Memory ran out for the picture without its words; close other programs.</source>
        <translation>生成去字图片时内存不足；关闭其他程序。</translation>
    </message>
    <message>
        <source>Memory ran out while a WebP was made; choose a smaller size.</source>
        <translation>生成 WebP 时内存不足；选小一点的尺寸。</translation>
    </message>
    <message>
        <source>Memory ran out while an AVIF was made; choose a smaller size.</source>
        <translation>生成 AVIF 时内存不足；选小一点的尺寸。</translation>
    </message>
    <message>
        <source>Memory ran out while the PDF was made; a lower effect resolution or smaller pictures help.</source>
        <translation>生成 PDF 时内存不足；降低效果分辨率或用小一点的图片。</translation>
    </message>
    <message>
        <source>More rows were asked for than the page has.</source>
        <translation>要求的行数超过了页面。</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>没有加载模型。</translation>
    </message>
    <message>
        <source>No thumbnail could be made of {}.</source>
        <translation>无法为 {} 生成缩略图。</translation>
    </message>
    <message>
        <source>No worker listens at {}; it may have ended. Start one with haibao-cli generate --inspect.</source>
        <translation>{} 处没有计算进程；它可能已结束。用 haibao-cli generate --inspect 启动一个。</translation>
    </message>
    <message>
        <source>Not enough memory for a picture of this size. Choose a smaller size.</source>
        <translation>内存不足以生成这么大的图。选小一点的尺寸。</translation>
    </message>
    <message>
        <source>Not enough memory on {} for this picture. Choose a smaller size.</source>
        <translation>{} 上的内存不足以生成这张图。选小一点的尺寸。</translation>
    </message>
    <message>
        <source>Nothing in {} can be read any more.</source>
        <translation>{} 中已没有可读的内容。</translation>
    </message>
    <message>
        <source>Nothing was made.</source>
        <translation>没有生成任何内容。</translation>
    </message>
    <message>
        <source>PDF/X-4 needs the printer&apos;s CMYK profile; choose one such as FOGRA39L_coated.</source>
        <translation>PDF/X-4 需要印刷厂的 CMYK 色彩配置文件；选一个，如 FOGRA39L_coated。</translation>
    </message>
    <message>
        <source>Pages are painted in RGB; grey and CMYK pictures are converted from that.</source>
        <translation>页面以 RGB 绘制；灰度和 CMYK 图片由它转换。</translation>
    </message>
    <message>
        <source>Painting broke down at step {}: the model gave values that are no numbers. Check the model (haibao-cli models verify), or use --precision f32.</source>
        <translation>绘制在第 {} 步失败：模型给出了非数值。检查模型（haibao-cli models verify），或用 --precision f32。</translation>
    </message>
    <message>
        <source>Picture {} is not in the library, or how it looks was not worked out yet (haibao-cli gallery check).</source>
        <translation>图 {} 不在图库里，或还没有分析过外观（haibao-cli gallery check）。</translation>
    </message>
    <message>
        <source>Prompt and picture need {} tokens, but this model reads at most {}. Shorten the prompt or choose a smaller size.</source>
        <translation>提示词和图共需 {} 个词元，而这个模型最多读 {} 个。缩短提示词，或选小一点的尺寸。</translation>
    </message>
    <message>
        <source>Reading the source picture on {} gave values that are not numbers. Try --device cpu, or check the model&apos;s files.</source>
        <translation>在 {} 上读取参考图得到了非数值。试试 --device cpu，或检查模型文件。</translation>
    </message>
    <message>
        <source>SHA256SUMS: line {} is not a checksum and a file of this folder.</source>
        <translation>SHA256SUMS：第 {} 行不是校验和加本文件夹的文件名。</translation>
    </message>
    <message>
        <source>Stopped; the next time it goes on from here.</source>
        <translation>已停止；下次从这里继续。</translation>
    </message>
    <message>
        <source>Tesseract could not read a part of the picture of {}×{} pixels.</source>
        <translation>Tesseract 无法识别图中 {}×{} 像素的部分。</translation>
    </message>
    <message>
        <source>Texts cannot be read: Tesseract&apos;s data for {} is missing. Install the packages tesseract-ocr-eng, -por, -chi-sim, -chi-sim-vert and -chi-tra.</source>
        <translation>无法识别文字：缺少 Tesseract 的 {} 数据。安装 tesseract-ocr-eng、-por、-chi-sim、-chi-sim-vert 和 -chi-tra。</translation>
    </message>
    <message>
        <source>That size leaves less than a pixel of {:.0f}×{:.0f}; choose a larger one.</source>
        <translation>按这个尺寸，{:.0f}×{:.0f} 连一个像素都不剩；选大一点的。</translation>
    </message>
    <message>
        <source>The PDF could not be made.</source>
        <translation>无法生成 PDF。</translation>
    </message>
    <message>
        <source>The autoencoder needs {:.1f} GB for a picture of {}×{} pixels, but {:.1f} GB are free. Choose a smaller size, or close other programs.</source>
        <translation>自编码器为 {1}×{2} 像素的图需要 {0:.1f} GB，而可用的只有 {3:.1f} GB。选小一点的尺寸，或关闭其他程序。</translation>
    </message>
    <message>
        <source>The autoencoder&apos;s result on {} is not a number. Try --device cpu, or check the model with haibao-cli models verify.</source>
        <translation>自编码器在 {} 上的结果不是数值。试试 --device cpu，或用 haibao-cli models verify 检查模型。</translation>
    </message>
    <message>
        <source>The broken database {} could not be set aside; {}</source>
        <translation>无法把损坏的数据库 {} 移到一旁；{}</translation>
    </message>
    <message>
        <source>The built-in model is not in {}; reinstall Haibao or name another model.</source>
        <translation>{} 里没有内置模型；重新安装 Haibao，或指定别的模型。</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>检查已取消。</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>检查已停止。</translation>
    </message>
    <message>
        <source>The checkpoint takes {:.1f} GB, but {:.1f} GB are free.</source>
        <translation>模型文件需要 {:.1f} GB，而可用的只有 {:.1f} GB。</translation>
    </message>
    <message>
        <source>The checkpoint was not finished.</source>
        <translation>模型文件没有写完。</translation>
    </message>
    <message>
        <source>The condition cache is too small for its pictures.</source>
        <translation>条件缓存容不下这些图。</translation>
    </message>
    <message>
        <source>The conversion was stopped; the same command goes on with it.</source>
        <translation>转换已停止；同样的命令会接着转。</translation>
    </message>
    <message>
        <source>The copy of the broken database could not be written.</source>
        <translation>无法写出损坏数据库的副本。</translation>
    </message>
    <message>
        <source>The device {} ({}) could not be started. Check its driver, or use --device cpu.</source>
        <translation>无法启动设备 {}（{}）。检查驱动，或用 --device cpu。</translation>
    </message>
    <message>
        <source>The device {} has no room for {} MiB more. Choose a smaller size or another device.</source>
        <translation>设备 {} 放不下再多的 {} MiB。选小一点的尺寸或别的设备。</translation>
    </message>
    <message>
        <source>The field &quot;devices&quot; is missing or no list.</source>
        <translation>缺少字段 &quot;devices&quot;，或它不是列表。</translation>
    </message>
    <message>
        <source>The field &quot;image&quot; is missing.</source>
        <translation>缺少字段 &quot;image&quot;。</translation>
    </message>
    <message>
        <source>The field &quot;painted&quot; is not a list.</source>
        <translation>字段 &quot;painted&quot; 不是列表。</translation>
    </message>
    <message>
        <source>The field &quot;point&quot; is missing.</source>
        <translation>缺少字段 &quot;point&quot;。</translation>
    </message>
    <message>
        <source>The field &quot;sources&quot; is not a list.</source>
        <translation>字段 &quot;sources&quot; 不是列表。</translation>
    </message>
    <message>
        <source>The field &quot;threads&quot; is no list.</source>
        <translation>字段 &quot;threads&quot; 不是列表。</translation>
    </message>
    <message>
        <source>The folder {} could not be read to its end.</source>
        <translation>文件夹 {} 没能读完。</translation>
    </message>
    <message>
        <source>The folder {} could not be read.</source>
        <translation>无法读取文件夹 {}。</translation>
    </message>
    <message>
        <source>The folder {} for the inspector&apos;s socket cannot be made: {}.</source>
        <translation>无法建立观察器套接字的文件夹 {}：{}。</translation>
    </message>
    <message>
        <source>The folder {} for the inspector&apos;s socket does not belong to you alone; remove it.</source>
        <translation>观察器套接字的文件夹 {} 不归你独有；删除它。</translation>
    </message>
    <message>
        <source>The font file {} cannot be read; check its rights.</source>
        <translation>无法读取字体文件 {}；检查它的权限。</translation>
    </message>
    <message>
        <source>The font {} could not be put into the PDF.</source>
        <translation>无法把字体 {} 放进 PDF。</translation>
    </message>
    <message>
        <source>The font {} has no outlines.</source>
        <translation>字体 {} 没有轮廓。</translation>
    </message>
    <message>
        <source>The font {} is cut off or damaged; install it again.</source>
        <translation>字体 {} 不完整或已损坏；重新安装。</translation>
    </message>
    <message>
        <source>The font {} is damaged.</source>
        <translation>字体 {} 已损坏。</translation>
    </message>
    <message>
        <source>The font {} is damaged: tables that every font needs are missing.</source>
        <translation>字体 {} 已损坏：缺少每个字体都必需的表。</translation>
    </message>
    <message>
        <source>The four corners of the perspective lie on a line. Move them apart.</source>
        <translation>透视的四个角在一条线上。把它们分开。</translation>
    </message>
    <message>
        <source>The four corners of the perspective must go round clockwise without a dent. Move them apart.</source>
        <translation>透视的四个角要按顺时针排列且不能凹陷。把它们分开。</translation>
    </message>
    <message>
        <source>The generation record was written by a later version of Haibao ({}).</source>
        <translation>生成记录由更新版本的 Haibao（{}）写成。</translation>
    </message>
    <message>
        <source>The glyph encoder was given a text without ids.</source>
        <translation>字形编码器收到了没有编号的文字。</translation>
    </message>
    <message>
        <source>The inspector&apos;s socket {} cannot be opened: {}.</source>
        <translation>无法打开观察器套接字 {}：{}。</translation>
    </message>
    <message>
        <source>The installed libwebp is of another version.</source>
        <translation>安装的 libwebp 版本不对。</translation>
    </message>
    <message>
        <source>The job keeps visual tokens of {} pictures, but {} are wanted.</source>
        <translation>任务保存了 {} 张图的视觉词元，而需要 {} 张。</translation>
    </message>
    <message>
        <source>The job was cancelled.</source>
        <translation>任务已取消。</translation>
    </message>
    <message>
        <source>The kept painting has {} steps behind it, but the job has {}.</source>
        <translation>保存的绘制已走 {} 步，而任务共 {} 步。</translation>
    </message>
    <message>
        <source>The kept painting has {} values, but a picture of {}×{} has {}.</source>
        <translation>保存的绘制有 {} 个值，而 {}×{} 的图应有 {} 个。</translation>
    </message>
    <message>
        <source>The kept painting of picture {} belongs to no picture of this job.</source>
        <translation>保存的第 {} 张绘制不属于这项任务。</translation>
    </message>
    <message>
        <source>The kept painting of picture {} is damaged.</source>
        <translation>保存的第 {} 张绘制已损坏。</translation>
    </message>
    <message>
        <source>The kept visual tokens are {}, but a picture of {}×{} has {}.</source>
        <translation>保存的视觉词元有 {} 个，而 {}×{} 的图应有 {} 个。</translation>
    </message>
    <message>
        <source>The language model computed values that are no numbers. Check the model&apos;s files (verify), or try --device cpu.</source>
        <translation>语言模型算出了非数值。检查模型文件（verify），或试试 --device cpu。</translation>
    </message>
    <message>
        <source>The language model has {} layers; this program computes at most {}.</source>
        <translation>语言模型有 {} 层；本程序最多计算 {} 层。</translation>
    </message>
    <message>
        <source>The language model was given {} tokens for {} places.</source>
        <translation>给了语言模型 {} 个词元，却有 {} 个位置。</translation>
    </message>
    <message>
        <source>The language model&apos;s memory for {} tokens is full.</source>
        <translation>语言模型 {} 个词元的缓存已满。</translation>
    </message>
    <message>
        <source>The latent does not have the picture&apos;s size.</source>
        <translation>潜变量与图的尺寸不符。</translation>
    </message>
    <message>
        <source>The latent has {} values, not {} planes of {}×{}.</source>
        <translation>潜变量有 {} 个值，不是 {} 个 {}×{} 的平面。</translation>
    </message>
    <message>
        <source>The latents are not described by an object.</source>
        <translation>潜变量的描述不是对象。</translation>
    </message>
    <message>
        <source>The library holds no visual tokens of picture {}.</source>
        <translation>图库里没有图 {} 的视觉词元。</translation>
    </message>
    <message>
        <source>The library {} could not be made; choose another folder.</source>
        <translation>无法建立图库 {}；换一个文件夹。</translation>
    </message>
    <message>
        <source>The library {} is not there any more; is its disk still connected?</source>
        <translation>图库 {} 不见了；它的磁盘还连着吗？</translation>
    </message>
    <message>
        <source>The list of finished files cannot be kept in {}; is there space, and the right to write?</source>
        <translation>无法在 {} 保存已完成文件的清单；有空间和写权限吗？</translation>
    </message>
    <message>
        <source>The mask has {}×{} pixels, but the picture {}×{}; make it the picture&apos;s size.</source>
        <translation>蒙版为 {}×{} 像素，而图为 {}×{}；让它与图等大。</translation>
    </message>
    <message>
        <source>The mask marks nothing. Paint white what shall be made anew; black stays.</source>
        <translation>蒙版没有标出任何区域。要重画的涂白，黑色保留。</translation>
    </message>
    <message>
        <source>The merge was cancelled; nothing was written.</source>
        <translation>数据合并已取消；没有写入任何内容。</translation>
    </message>
    <message>
        <source>The merge was cancelled; started again it goes on.</source>
        <translation>数据合并已取消；再次启动会接着做。</translation>
    </message>
    <message>
        <source>The model&apos;s chat template is cut off.</source>
        <translation>模型的对话模板不完整。</translation>
    </message>
    <message>
        <source>The model&apos;s chat template writes &quot;{}&quot; around the text; this program knows only pictures as &quot;{}&quot;.</source>
        <translation>模型的对话模板在文字前后写了 &quot;{}&quot;；本程序只认识以 &quot;{}&quot; 表示的图。</translation>
    </message>
    <message>
        <source>The model&apos;s chat template writes &quot;{}&quot;, which this program does not know.</source>
        <translation>模型的对话模板写了 &quot;{}&quot;，本程序不认识。</translation>
    </message>
    <message>
        <source>The model&apos;s {} codes exceed its visual vocabulary of {}.</source>
        <translation>模型的 {} 个编码超出了它的 {} 个视觉词。</translation>
    </message>
    <message>
        <source>The name template gives an empty name here (“{}”); add text or |default:….</source>
        <translation>文件名模板（“{}”）在这里得到空名字；加些文字或 |default:…。</translation>
    </message>
    <message>
        <source>The name template is wrong at character {}: {}.</source>
        <translation>文件名模板第 {} 个字符处有误：{}。</translation>
    </message>
    <message>
        <source>The page has no usable size ({} × {}, bleed {}). Give it a width and a height greater than zero.</source>
        <translation>页面尺寸不可用（{} × {}，出血 {}）。宽和高要大于零。</translation>
    </message>
    <message>
        <source>The parts of a WebP could not be put together.</source>
        <translation>无法拼合 WebP 的各部分。</translation>
    </message>
    <message>
        <source>The path data cannot be understood at character {}.</source>
        <translation>路径数据第 {} 个字符处无法理解。</translation>
    </message>
    <message>
        <source>The path {} is too long for a socket; set XDG_RUNTIME_DIR to a shorter one.</source>
        <translation>路径 {} 对套接字来说太长；把 XDG_RUNTIME_DIR 设短一点。</translation>
    </message>
    <message>
        <source>The picture could not be encoded as AVIF.</source>
        <translation>无法把图编码为 AVIF。</translation>
    </message>
    <message>
        <source>The picture could not be encoded as JPEG.</source>
        <translation>无法把图编码为 JPEG。</translation>
    </message>
    <message>
        <source>The picture could not be encoded as TIFF.</source>
        <translation>无法把图编码为 TIFF。</translation>
    </message>
    <message>
        <source>The picture could not be encoded as WebP.</source>
        <translation>无法把图编码为 WebP。</translation>
    </message>
    <message>
        <source>The picture has {} values, not {} planes of {}×{}.</source>
        <translation>图有 {} 个值，不是 {} 个 {}×{} 的平面。</translation>
    </message>
    <message>
        <source>The picture is not in the poster any more; check its texts again.</source>
        <translation>这张图已不在海报里；重新校对文字。</translation>
    </message>
    <message>
        <source>The picture is {}×{} pixels; each side must have at least {}. Take a larger one.</source>
        <translation>图为 {}×{} 像素；每边至少 {}。换大一点的。</translation>
    </message>
    <message>
        <source>The picture is {}×{} pixels; one side may be at most four times the other. Crop it.</source>
        <translation>图为 {}×{} 像素；一边最多为另一边的四倍。先裁剪。</translation>
    </message>
    <message>
        <source>The picture {} is not beside the poster; copy it there.</source>
        <translation>图片 {} 不在海报旁边；把它复制过去。</translation>
    </message>
    <message>
        <source>The picture “{}” cannot be read.</source>
        <translation>无法读取图片“{}”。</translation>
    </message>
    <message>
        <source>The picture “{}” in {} is damaged.</source>
        <translation>{1} 中的图片“{0}”已损坏。</translation>
    </message>
    <message>
        <source>The picture “{}” lies outside the folder that pictures may come from.</source>
        <translation>图片“{}”不在允许的图片文件夹内。</translation>
    </message>
    <message>
        <source>The poster does not hold the picture {}. Put it in again.</source>
        <translation>海报里没有图片 {}。重新放进去。</translation>
    </message>
    <message>
        <source>The poster has no size; give its page a width and a height.</source>
        <translation>海报没有尺寸；给页面设定宽和高。</translation>
    </message>
    <message>
        <source>The poster has {} texts; more than {} are not examined.</source>
        <translation>海报有 {} 段文字；超过 {} 段不予校对。</translation>
    </message>
    <message>
        <source>The poster&apos;s page has no size.</source>
        <translation>海报的页面没有尺寸。</translation>
    </message>
    <message>
        <source>The preset {} is of a later version of Haibao ({}); update the program.</source>
        <translation>预设 {} 来自更新版本的 Haibao（{}）；更新程序。</translation>
    </message>
    <message>
        <source>The profile “{}” does not describe a CMYK press; choose one such as FOGRA39L_coated.</source>
        <translation>色彩配置文件“{}”描述的不是 CMYK 印刷；选一个，如 FOGRA39L_coated。</translation>
    </message>
    <message>
        <source>The profile “{}” does not describe pixels of this kind; choose one for {}.</source>
        <translation>色彩配置文件“{}”不适用于这种像素；选一个用于 {} 的。</translation>
    </message>
    <message>
        <source>The profile “{}” is neither for RGB nor for CMYK; choose another one.</source>
        <translation>色彩配置文件“{}”既不是 RGB 也不是 CMYK；换一个。</translation>
    </message>
    <message>
        <source>The program {} is missing; reinstall Haibao.</source>
        <translation>缺少程序 {}；重新安装 Haibao。</translation>
    </message>
    <message>
        <source>The prompt and the other texts are too long for a JPEG ({} bytes, {} fit); leave the prompts out, or choose PNG.</source>
        <translation>提示词和其他文字对 JPEG 来说太长（{} 字节，可容 {}）；不写提示词，或选 PNG。</translation>
    </message>
    <message>
        <source>The prompt has {} bytes; the limit is {}.</source>
        <translation>提示词有 {} 字节，上限为 {}。</translation>
    </message>
    <message>
        <source>The prompt holds &quot;{}&quot;, which stands for a picture. Leave it out.</source>
        <translation>提示词里有 &quot;{}&quot;，它代表一张图。去掉它。</translation>
    </message>
    <message>
        <source>The prompt holds no source picture of {}×{} visual tokens.</source>
        <translation>提示词里没有 {}×{} 个视觉词元的参考图。</translation>
    </message>
    <message>
        <source>The prompt holds the token {}, but the model knows {} tokens only: tokenizer.json belongs to another language model.</source>
        <translation>提示词含有词元 {}，而模型只认识 {} 个：tokenizer.json 属于别的语言模型。</translation>
    </message>
    <message>
        <source>The prompt is empty. Say what the poster should show.</source>
        <translation>提示词是空的。写明海报要表现什么。</translation>
    </message>
    <message>
        <source>The prompt is empty; say what the poster shall show.</source>
        <translation>提示词是空的；写明海报要表现什么。</translation>
    </message>
    <message>
        <source>The prompt is not UTF-8 text; save it as UTF-8 (a file in GB18030: iconv -f GB18030 -t UTF-8 FILE).</source>
        <translation>提示词不是 UTF-8 文本；另存为 UTF-8（GB18030 文件：iconv -f GB18030 -t UTF-8 文件）。</translation>
    </message>
    <message>
        <source>The quality {} is not between 1 and 100.</source>
        <translation>质量 {} 不在 1 到 100 之间。</translation>
    </message>
    <message>
        <source>The quote that opens a cell in line {} is never closed.</source>
        <translation>第 {} 行单元格的引号没有闭合。</translation>
    </message>
    <message>
        <source>The request of this job cannot be carried out: {}</source>
        <translation>这项任务的请求无法执行：{}</translation>
    </message>
    <message>
        <source>The request of this job cannot be read: &quot;repaint&quot; is no object.</source>
        <translation>无法读取这项任务的请求：&quot;repaint&quot; 不是对象。</translation>
    </message>
    <message>
        <source>The request of this job cannot be read: {}</source>
        <translation>无法读取这项任务的请求：{}</translation>
    </message>
    <message>
        <source>The saved searches behind the album “{}” refer to each other in a circle.</source>
        <translation>相册“{}”背后的智能搜索互相循环引用。</translation>
    </message>
    <message>
        <source>The scene&apos;s &quot;elements&quot; has to be a list of 1 to {} entries.</source>
        <translation>场景的 &quot;elements&quot; 须为 1 到 {} 项的列表。</translation>
    </message>
    <message>
        <source>The scene&apos;s &quot;seed&quot; has to be a whole number from 0 to 2^53 - 1.</source>
        <translation>场景的 &quot;seed&quot; 须为 0 到 2^53 - 1 的整数。</translation>
    </message>
    <message>
        <source>The scene&apos;s &quot;{}&quot; is &quot;{}&quot;, which is not one of the known words.</source>
        <translation>场景的 &quot;{}&quot; 为 &quot;{}&quot;，不在已知的词之中。</translation>
    </message>
    <message>
        <source>The search cannot be understood at character {}: {}.</source>
        <translation>搜索的第 {} 个字符处无法理解：{}。</translation>
    </message>
    <message>
        <source>The seed {} is too large; use a smaller one.</source>
        <translation>种子 {} 太大；用小一点的。</translation>
    </message>
    <message>
        <source>The size {} is not understood; write a paper with its resolution (A3@300, 210x297mm@300) or pixels (4096x5792).</source>
        <translation>看不懂尺寸 {}；写成纸张加分辨率（A3@300、210x297mm@300）或像素（4096x5792）。</translation>
    </message>
    <message>
        <source>The source pictures make {} visual tokens together. Take fewer or smaller ones.</source>
        <translation>参考图共有 {} 个视觉词元。少用几张或用小一点的。</translation>
    </message>
    <message>
        <source>The temperature must be from 0 to 10, not {}.</source>
        <translation>温度须在 0 到 10 之间，不能是 {}。</translation>
    </message>
    <message>
        <source>The temperature {} is not between 0 and 100.</source>
        <translation>温度 {} 不在 0 到 100 之间。</translation>
    </message>
    <message>
        <source>The text is {} bytes long; at most {} are possible.</source>
        <translation>文字有 {} 字节；最多 {} 字节。</translation>
    </message>
    <message>
        <source>The texts are too long for a picture of {} × {} pixels; make it larger or the texts shorter.</source>
        <translation>文字对 {} × {} 像素的图来说太长；放大图或缩短文字。</translation>
    </message>
    <message>
        <source>The tokenizer&apos;s pattern takes too long on this text. Shorten it.</source>
        <translation>分词器处理这段文字耗时太久。缩短它。</translation>
    </message>
    <message>
        <source>The visual tokens of picture {} are damaged.</source>
        <translation>图 {} 的视觉词元已损坏。</translation>
    </message>
    <message>
        <source>The warp has a point that is no number.</source>
        <translation>变形里有一个点不是数值。</translation>
    </message>
    <message>
        <source>The watermark {} is no picture that can be read.</source>
        <translation>水印 {} 不是可读的图片。</translation>
    </message>
    <message>
        <source>The worker finished the job without a picture.</source>
        <translation>计算进程结束了任务，却没有图。</translation>
    </message>
    <message>
        <source>The worker met an error that it did not expect.</source>
        <translation>计算进程遇到了意料之外的错误。</translation>
    </message>
    <message>
        <source>The worker reported an error that could not be read.</source>
        <translation>计算进程报告了一个无法读取的错误。</translation>
    </message>
    <message>
        <source>The worker speaks protocol {}, the program that started it {}; reinstall Haibao.</source>
        <translation>计算进程使用协议 {}，启动它的程序使用 {}；重新安装 Haibao。</translation>
    </message>
    <message>
        <source>The worker&apos;s socket {} cannot be used: {}.</source>
        <translation>无法使用计算进程的套接字 {}：{}。</translation>
    </message>
    <message>
        <source>There is an album “{}” already; choose another name.</source>
        <translation>已有相册“{}”；换个名字。</translation>
    </message>
    <message>
        <source>There is no album “{}”; there are: {}.</source>
        <translation>没有相册“{}”；现有：{}。</translation>
    </message>
    <message>
        <source>There is no colour profile “{}”; there are srgb, display-p3, adobe-rgb, {}, or the path of a file.</source>
        <translation>没有色彩配置文件“{}”；可用 srgb、display-p3、adobe-rgb、{}，或文件路径。</translation>
    </message>
    <message>
        <source>There is no device named {} here. Found: {}.</source>
        <translation>这里没有名为 {} 的设备。找到的有：{}。</translation>
    </message>
    <message>
        <source>There is no encoding {}; usual ones are {}.</source>
        <translation>没有编码 {}；常用的有 {}。</translation>
    </message>
    <message>
        <source>There is no file {}.</source>
        <translation>没有文件 {}。</translation>
    </message>
    <message>
        <source>There is no file {}; name a CSV or TSV file.</source>
        <translation>没有文件 {}；指定一个 CSV 或 TSV 文件。</translation>
    </message>
    <message>
        <source>There is no folder {}.</source>
        <translation>没有文件夹 {}。</translation>
    </message>
    <message>
        <source>There is no font file {}.</source>
        <translation>没有字体文件 {}。</translation>
    </message>
    <message>
        <source>There is no format “{}” for pixels.</source>
        <translation>没有“{}”这种像素格式。</translation>
    </message>
    <message>
        <source>There is no format “{}”; there are {}pdf.</source>
        <translation>没有“{}”这种格式；可用 {}pdf。</translation>
    </message>
    <message>
        <source>There is no job {} in the queue; haibao-cli queue list shows those there are.</source>
        <translation>队列里没有任务 {}；haibao-cli queue list 可列出现有任务。</translation>
    </message>
    <message>
        <source>There is no library in {}; {} haibao-cli gallery init --library {}.</source>
        <translation>{} 里没有图库；{} haibao-cli gallery init --library {}。</translation>
    </message>
    <message>
        <source>There is no model folder {}; known by name: {}.</source>
        <translation>没有模型文件夹 {}；已知的名称：{}。</translation>
    </message>
    <message>
        <source>There is no picture to draw.</source>
        <translation>没有要画的图。</translation>
    </message>
    <message>
        <source>There is no picture to put the texts on.</source>
        <translation>没有可放文字的图。</translation>
    </message>
    <message>
        <source>There is no picture to read.</source>
        <translation>没有可读取的图。</translation>
    </message>
    <message>
        <source>There is no picture whose texts could be replaced.</source>
        <translation>没有可替换文字的图。</translation>
    </message>
    <message>
        <source>There is no picture {} in the library.</source>
        <translation>图库里没有图 {}。</translation>
    </message>
    <message>
        <source>There is no picture {} in the library; nothing was changed.</source>
        <translation>图库里没有图 {}；没有改动任何内容。</translation>
    </message>
    <message>
        <source>There is no picture “{}” in the folder of the pictures.</source>
        <translation>图片文件夹里没有“{}”。</translation>
    </message>
    <message>
        <source>There is no preset “{}”; there are {}.</source>
        <translation>没有预设“{}”；现有 {}。</translation>
    </message>
    <message>
        <source>There is no room for a copy of the broken database; free some space.</source>
        <translation>没有空间存放损坏数据库的副本；清理一些空间。</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of {} × {} pixels. Choose a lower resolution, or export to a file: that works in strips.</source>
        <translation>内存不足以生成 {} × {} 像素的图。选更低的分辨率，或导出为文件：那样会分条处理。</translation>
    </message>
    <message>
        <source>There is not enough memory for the weights of the autoencoder.</source>
        <translation>内存不足以容纳自编码器的权重。</translation>
    </message>
    <message>
        <source>There is not enough memory for this picture. Choose a smaller size.</source>
        <translation>内存不足以生成这张图。选小一点的尺寸。</translation>
    </message>
    <message>
        <source>There is not enough memory for {}.</source>
        <translation>内存不足以处理 {}。</translation>
    </message>
    <message>
        <source>There is not enough memory to paint a strip of {} pixels&apos; width. Choose a lower resolution.</source>
        <translation>内存不足以绘制 {} 像素宽的条带。选更低的分辨率。</translation>
    </message>
    <message>
        <source>There is not enough memory to read this picture.</source>
        <translation>内存不足以读取这张图。</translation>
    </message>
    <message>
        <source>There is something called {} already.</source>
        <translation>已有名为 {} 的内容。</translation>
    </message>
    <message>
        <source>These bytes mean nothing in {}; name the table&apos;s encoding (GB18030, Big5, Shift_JIS, UTF-8…).</source>
        <translation>按 {} 无法解读这些字节；指定表格的编码（GB18030、Big5、Shift_JIS、UTF-8 等）。</translation>
    </message>
    <message>
        <source>This album is a saved search: what it finds is in it, nothing can be put in by hand.</source>
        <translation>这是智能相册：搜索到什么就有什么，不能手工放入。</translation>
    </message>
    <message>
        <source>This album is not there any more.</source>
        <translation>这个相册已不存在。</translation>
    </message>
    <message>
        <source>This is no poster: its format is {}, not {}.</source>
        <translation>这不是海报：格式是 {}，而不是 {}。</translation>
    </message>
    <message>
        <source>This job was queued by a later version of Haibao ({}).</source>
        <translation>这项任务由更新版本的 Haibao（{}）加入队列。</translation>
    </message>
    <message>
        <source>This model&apos;s autoencoder makes latents of another size than its transformer paints; it cannot repaint a region.</source>
        <translation>这个模型的自编码器与绘制网络的潜变量尺寸不同，无法局部重绘。</translation>
    </message>
    <message>
        <source>This poster has the format {}, of a newer Haibao; this one knows {}.</source>
        <translation>这张海报的格式是 {}，来自更新版本的 Haibao；本程序支持到 {}。</translation>
    </message>
    <message>
        <source>This version does not know the trace event &quot;{}&quot;.</source>
        <translation>这个版本不认识跟踪事件 &quot;{}&quot;。</translation>
    </message>
    <message>
        <source>This version of the worker cannot do &quot;{}&quot; yet.</source>
        <translation>这个版本的计算进程还不能执行 &quot;{}&quot;。</translation>
    </message>
    <message>
        <source>This worker does not know the request {}.</source>
        <translation>这个计算进程不认识请求 {}。</translation>
    </message>
    <message>
        <source>With reference pictures one side may be at most {} times the other; {}×{} is not.</source>
        <translation>使用参考图时一边最多为另一边的 {} 倍；{}×{} 不符合。</translation>
    </message>
    <message>
        <source>colour: and similar: cannot be excluded, joined with OR or used in a saved search.</source>
        <translation>colour: 和 similar: 不能排除，不能用 OR 连接，也不能用在智能搜索里。</translation>
    </message>
    <message>
        <source>ggml&apos;s processor backend could not be started. Reinstall the package libggml0.</source>
        <translation>无法启动 ggml 的处理器后端。重新安装 libggml0 包。</translation>
    </message>
    <message>
        <source>haibao.json: &quot;size&quot; must be like &quot;768x1024&quot;, both multiples of 32.</source>
        <translation>haibao.json：&quot;size&quot; 须写成 &quot;768x1024&quot; 这样，两数都是 32 的倍数。</translation>
    </message>
    <message>
        <source>haibao.json: &quot;vocabulary&quot; holds something that is no word.</source>
        <translation>haibao.json：&quot;vocabulary&quot; 里有不是词的内容。</translation>
    </message>
    <message>
        <source>haibao.json: &quot;vocabulary&quot; is not a list of words.</source>
        <translation>haibao.json：&quot;vocabulary&quot; 不是词的列表。</translation>
    </message>
    <message>
        <source>processor/tokenizer.json has no token &quot;{}&quot; ({}).</source>
        <translation>processor/tokenizer.json 里没有词元 &quot;{}&quot;（{}）。</translation>
    </message>
    <message>
        <source>processor/tokenizer_config.json does not hold a JSON object.</source>
        <translation>processor/tokenizer_config.json 里没有 JSON 对象。</translation>
    </message>
    <message>
        <source>processor/tokenizer_config.json does not name its {}.</source>
        <translation>processor/tokenizer_config.json 没有说明它的 {}。</translation>
    </message>
    <message>
        <source>processor/{} is missing: the model is incomplete.</source>
        <translation>缺少 processor/{}：模型不完整。</translation>
    </message>
    <message>
        <source>sort:closest needs colour: or similar:, which say to what.</source>
        <translation>sort:closest 需要 colour: 或 similar: 来说明与什么接近。</translation>
    </message>
    <message>
        <source>top-p must be above 0 and at most 1, not {}.</source>
        <translation>top-p 须大于 0 且不超过 1，不能是 {}。</translation>
    </message>
    <message>
        <source>top_k {} is negative.</source>
        <translation>top_k {} 是负数。</translation>
    </message>
    <message>
        <source>top_p {} is not above 0 and at most 1.</source>
        <translation>top_p {} 须大于 0 且不超过 1。</translation>
    </message>
    <message>
        <source>vision_language_encoder/config.json: {} codes, {} visual ids and {} ids in all do not fit into each other.</source>
        <translation>vision_language_encoder/config.json：{} 个编码、{} 个视觉编号和共 {} 个编号互相不符。</translation>
    </message>
    <message>
        <source>{:.0f}×{:.0f} pixels are more than any format holds; choose a smaller size or resolution.</source>
        <translation>{:.0f}×{:.0f} 像素超过任何格式的上限；选小一点的尺寸或分辨率。</translation>
    </message>
    <message>
        <source>{} allowed visual tokens make no sense.</source>
        <translation>{} 个可用视觉词元没有意义。</translation>
    </message>
    <message>
        <source>{} cannot be changed: it is write-protected.</source>
        <translation>无法修改 {}：它是只读的。</translation>
    </message>
    <message>
        <source>{} cannot be changed: it, or its folder, is write-protected; save the poster under another name.</source>
        <translation>无法修改 {}：它或它的文件夹是只读的；把海报另存为别的名字。</translation>
    </message>
    <message>
        <source>{} cannot be copied: {}.</source>
        <translation>无法复制 {}：{}。</translation>
    </message>
    <message>
        <source>{} cannot be decoded; the file may be damaged.</source>
        <translation>无法解码 {}；文件可能已损坏。</translation>
    </message>
    <message>
        <source>{} cannot be locked on this file system.</source>
        <translation>在这个文件系统上无法锁定 {}。</translation>
    </message>
    <message>
        <source>{} cannot be looked at: {}.</source>
        <translation>无法查看 {}：{}。</translation>
    </message>
    <message>
        <source>{} cannot be made: {}.</source>
        <translation>无法建立 {}：{}。</translation>
    </message>
    <message>
        <source>{} cannot be mapped: {}.</source>
        <translation>无法映射 {}：{}。</translation>
    </message>
    <message>
        <source>{} cannot be opened: {}.</source>
        <translation>无法打开 {}：{}。</translation>
    </message>
    <message>
        <source>{} cannot be read to its end; is the disk still there?</source>
        <translation>{} 没能读完；磁盘还在吗？</translation>
    </message>
    <message>
        <source>{} cannot be read.</source>
        <translation>无法读取 {}。</translation>
    </message>
    <message>
        <source>{} cannot be read: it is longer than {} bytes.</source>
        <translation>无法读取 {}：它超过 {} 字节。</translation>
    </message>
    <message>
        <source>{} cannot be read: {}.</source>
        <translation>无法读取 {}：{}。</translation>
    </message>
    <message>
        <source>{} cannot be read: {}. Fetch it again.</source>
        <translation>无法读取 {}：{}。重新获取。</translation>
    </message>
    <message>
        <source>{} cannot be read; is it yours to read?</source>
        <translation>无法读取 {}；你有读取权限吗？</translation>
    </message>
    <message>
        <source>{} cannot be read; look at its rights.</source>
        <translation>无法读取 {}；检查它的权限。</translation>
    </message>
    <message>
        <source>{} cannot be saved: {} What was saved before is kept.</source>
        <translation>无法保存 {}：{}之前保存的内容仍在。</translation>
    </message>
    <message>
        <source>{} cannot be written.</source>
        <translation>无法写入 {}。</translation>
    </message>
    <message>
        <source>{} cannot be written; has this folder been made read-only?</source>
        <translation>无法写入 {}；这个文件夹是不是只读了？</translation>
    </message>
    <message>
        <source>{} cannot hold CMYK; choose TIFF, JPEG or PDF, or an RGB profile.</source>
        <translation>{} 不支持 CMYK；选 TIFF、JPEG 或 PDF，或用 RGB 色彩配置文件。</translation>
    </message>
    <message>
        <source>{} cannot hold {} bits per channel; it takes {}.</source>
        <translation>{} 不支持每通道 {} 位；可用 {}。</translation>
    </message>
    <message>
        <source>{} could not be deleted; the trash was not emptied further.</source>
        <translation>无法删除 {}；回收站没有继续清空。</translation>
    </message>
    <message>
        <source>{} does not exist.</source>
        <translation>{} 不存在。</translation>
    </message>
    <message>
        <source>{} does not say how large it is.</source>
        <translation>{} 没有说明自己的大小。</translation>
    </message>
    <message>
        <source>{} does not say which texts were asked for; name them with --expect.</source>
        <translation>{} 没有说明要求的文字；用 --expect 指定。</translation>
    </message>
    <message>
        <source>{} dpi is no resolution. Give one greater than zero.</source>
        <translation>{} dpi 不是有效的分辨率。要大于零。</translation>
    </message>
    <message>
        <source>{} exists already; name another file, or remove it.</source>
        <translation>{} 已存在；换个文件名，或删除它。</translation>
    </message>
    <message>
        <source>{} exists already; name another folder, or remove it.</source>
        <translation>{} 已存在；换个文件夹，或删除它。</translation>
    </message>
    <message>
        <source>{} failed while computing ({}). Try again, or use --device cpu.</source>
        <translation>{} 计算失败（{}）。再试一次，或用 --device cpu。</translation>
    </message>
    <message>
        <source>{} has an impossible number.</source>
        <translation>{} 里有不可能的数值。</translation>
    </message>
    <message>
        <source>{} has more than 100 million pixels; make it smaller first.</source>
        <translation>{} 超过一亿像素；先缩小。</translation>
    </message>
    <message>
        <source>{} has more than {} pixels on a side; choose a smaller size or resolution.</source>
        <translation>{} 的一边超过 {} 像素；选小一点的尺寸或分辨率。</translation>
    </message>
    <message>
        <source>{} has no &quot;weight_map&quot;. Fetch the file again.</source>
        <translation>{} 里没有 &quot;weight_map&quot;。重新获取这个文件。</translation>
    </message>
    <message>
        <source>{} has no model_index.json, so it is no GLM-Image checkpoint. Name the folder that holds it.</source>
        <translation>{} 里没有 model_index.json，不是 GLM-Image 模型。指定含有它的文件夹。</translation>
    </message>
    <message>
        <source>{} has no rows.</source>
        <translation>{} 没有数据行。</translation>
    </message>
    <message>
        <source>{} has {} fonts in it; number {} was asked for.</source>
        <translation>{} 含有 {} 个字体，却要求第 {} 个。</translation>
    </message>
    <message>
        <source>{} has {}×{} pixels, more than 100 million; make it smaller first.</source>
        <translation>{} 有 {}×{} 像素，超过一亿；先缩小。</translation>
    </message>
    <message>
        <source>{} has {}×{} pixels, more than can be held here.</source>
        <translation>{} 有 {}×{} 像素，超出可处理的范围。</translation>
    </message>
    <message>
        <source>{} holds a single network ({}), not a GLM-Image checkpoint.</source>
        <translation>{} 只含单个网络（{}），不是 GLM-Image 模型。</translation>
    </message>
    <message>
        <source>{} holds a {} checkpoint; this program runs GLM-Image (GlmImagePipeline).</source>
        <translation>{} 是 {} 模型；本程序运行 GLM-Image（GlmImagePipeline）。</translation>
    </message>
    <message>
        <source>{} holds no BPE vocabulary with merges.</source>
        <translation>{} 里没有带合并规则的 BPE 词表。</translation>
    </message>
    <message>
        <source>{} holds no JSON object ({{…}}).</source>
        <translation>{} 里没有 JSON 对象（{{…}}）。</translation>
    </message>
    <message>
        <source>{} holds no generation record: it was not made by Haibao, or its metadata was removed.</source>
        <translation>{} 没有生成记录：不是 Haibao 生成的，或元数据被清除了。</translation>
    </message>
    <message>
        <source>{} holds no weights (model.safetensors or an index of shards).</source>
        <translation>{} 里没有权重（model.safetensors 或分片索引）。</translation>
    </message>
    <message>
        <source>{} holds no weights of {}: the model is incomplete or of another kind.</source>
        <translation>{} 里没有 {} 的权重：模型不完整，或是别种模型。</translation>
    </message>
    <message>
        <source>{} holds parts that Haibao never writes; it was not opened.</source>
        <translation>{} 含有 Haibao 从不写入的内容；没有打开。</translation>
    </message>
    <message>
        <source>{} holds the library itself, which cannot be imported into itself.</source>
        <translation>{} 包含图库本身，不能导入到自己里面。</translation>
    </message>
    <message>
        <source>{} holds too many parts.</source>
        <translation>{} 的组成部分太多。</translation>
    </message>
    <message>
        <source>{} holds weights in PyTorch&apos;s own format only. Get the safetensors version of the model.</source>
        <translation>{} 里只有 PyTorch 格式的权重。获取 safetensors 版的模型。</translation>
    </message>
    <message>
        <source>{} in {} is {} bytes long, more than makes sense.</source>
        <translation>{1} 里的 {0} 有 {2} 字节，大得不合理。</translation>
    </message>
    <message>
        <source>{} is GGUF of version {}; this program reads versions 2 and 3.</source>
        <translation>{} 是版本 {} 的 GGUF；本程序读取版本 2 和 3。</translation>
    </message>
    <message>
        <source>{} is a GGUF file of another program. Haibao runs those that haibao-cli models convert makes.</source>
        <translation>{} 是其他程序的 GGUF 文件。Haibao 运行由 haibao-cli models convert 生成的文件。</translation>
    </message>
    <message>
        <source>{} is a database of another kind; it was not touched.</source>
        <translation>{} 是别种数据库；没有动它。</translation>
    </message>
    <message>
        <source>{} is a web or Type 1 font; Haibao uses TrueType and OpenType fonts (.ttf, .otf, .ttc).</source>
        <translation>{} 是网页字体或 Type 1 字体；Haibao 使用 TrueType 和 OpenType 字体（.ttf、.otf、.ttc）。</translation>
    </message>
    <message>
        <source>{} is cut off: its end is missing.</source>
        <translation>{} 不完整：结尾缺失。</translation>
    </message>
    <message>
        <source>{} is damaged ({}). Replace it.</source>
        <translation>{} 已损坏（{}）。换一个。</translation>
    </message>
    <message>
        <source>{} is damaged.</source>
        <translation>{} 已损坏。</translation>
    </message>
    <message>
        <source>{} is damaged: a layer lies in no group that there is.</source>
        <translation>{} 已损坏：有图层所在的编组不存在。</translation>
    </message>
    <message>
        <source>{} is damaged: its page is missing.</source>
        <translation>{} 已损坏：缺少页面。</translation>
    </message>
    <message>
        <source>{} is damaged: its version is missing.</source>
        <translation>{} 已损坏：缺少版本号。</translation>
    </message>
    <message>
        <source>{} is damaged: layer {} cannot be found.</source>
        <translation>{} 已损坏：找不到图层 {}。</translation>
    </message>
    <message>
        <source>{} is damaged: picture {} cannot be found.</source>
        <translation>{} 已损坏：找不到图片 {}。</translation>
    </message>
    <message>
        <source>{} is damaged: {}.</source>
        <translation>{} 已损坏：{}。</translation>
    </message>
    <message>
        <source>{} is damaged: {}. Fetch or convert it again.</source>
        <translation>{} 已损坏：{}。重新获取或重新转换。</translation>
    </message>
    <message>
        <source>{} is damaged: {}. Fetch the file again.</source>
        <translation>{} 已损坏：{}。重新获取这个文件。</translation>
    </message>
    <message>
        <source>{} is in no format that can be read. Replace it with a PNG, JPEG, WebP or TIFF file.</source>
        <translation>{} 的格式无法读取。换成 PNG、JPEG、WebP 或 TIFF 文件。</translation>
    </message>
    <message>
        <source>{} is no GGUF file. A model is a folder with model_index.json, or a GGUF file made by haibao-cli models convert.</source>
        <translation>{} 不是 GGUF 文件。模型是含 model_index.json 的文件夹，或由 haibao-cli models convert 生成的 GGUF 文件。</translation>
    </message>
    <message>
        <source>{} is no JSON that Haibao can read; correct it and try again.</source>
        <translation>{} 不是 Haibao 能读的 JSON；改正后再试。</translation>
    </message>
    <message>
        <source>{} is no PNG file.</source>
        <translation>{} 不是 PNG 文件。</translation>
    </message>
    <message>
        <source>{} is no colour profile, or it is damaged.</source>
        <translation>{} 不是色彩配置文件，或已损坏。</translation>
    </message>
    <message>
        <source>{} is no export preset: it lacks &quot;haibao&quot;: &quot;{}&quot;.</source>
        <translation>{} 不是导出预设：缺少 &quot;haibao&quot;: &quot;{}&quot;。</translation>
    </message>
    <message>
        <source>{} is no file.</source>
        <translation>{} 不是文件。</translation>
    </message>
    <message>
        <source>{} is no picture in a format that Haibao reads: PNG, JPEG, WebP, AVIF, TIFF.</source>
        <translation>{} 不是 Haibao 能读的图片格式：PNG、JPEG、WebP、AVIF、TIFF。</translation>
    </message>
    <message>
        <source>{} is no picture in a known format; use PNG, JPEG, WebP or TIFF.</source>
        <translation>{} 的图片格式无法识别；用 PNG、JPEG、WebP 或 TIFF。</translation>
    </message>
    <message>
        <source>{} is no picture that can be read: PNG, JPEG, WebP, AVIF and TIFF can.</source>
        <translation>{} 不是可读的图片；可读 PNG、JPEG、WebP、AVIF 和 TIFF。</translation>
    </message>
    <message>
        <source>{} is no poster of Haibao.</source>
        <translation>{} 不是海报文件。</translation>
    </message>
    <message>
        <source>{} is not JSON. Fetch it again.</source>
        <translation>{} 不是 JSON。重新获取。</translation>
    </message>
    <message>
        <source>{} is not a file.</source>
        <translation>{} 不是文件。</translation>
    </message>
    <message>
        <source>{} is not a folder. A model is a folder with model_index.json.</source>
        <translation>{} 不是文件夹。模型是含 model_index.json 的文件夹。</translation>
    </message>
    <message>
        <source>{} is not a font, or is damaged.</source>
        <translation>{} 不是字体，或已损坏。</translation>
    </message>
    <message>
        <source>{} is not a tokenizer: it has no &quot;model&quot;.</source>
        <translation>{} 不是分词器：没有 &quot;model&quot;。</translation>
    </message>
    <message>
        <source>{} is not there (any more).</source>
        <translation>{} 不在了。</translation>
    </message>
    <message>
        <source>{} is not there.</source>
        <translation>{} 不在那里。</translation>
    </message>
    <message>
        <source>{} is too large ({} × {} pixels). Make it smaller first.</source>
        <translation>{} 太大（{} × {} 像素）。先缩小。</translation>
    </message>
    <message>
        <source>{} is {} bytes long; more than {} cannot be right.</source>
        <translation>{} 有 {} 字节；超过 {} 不可能正确。</translation>
    </message>
    <message>
        <source>{} is {}, but {} is {}: these parts do not belong together.</source>
        <translation>{} 为 {}，而 {} 为 {}：这些部分不配套。</translation>
    </message>
    <message>
        <source>{} lacks tensor &quot;{}&quot;: the model is incomplete or of another kind.</source>
        <translation>{} 缺少张量 &quot;{}&quot;：模型不完整，或是别种模型。</translation>
    </message>
    <message>
        <source>{} lacks the folder {}: the model is incomplete.</source>
        <translation>{} 缺少文件夹 {}：模型不完整。</translation>
    </message>
    <message>
        <source>{} lacks {}: the model is incomplete.</source>
        <translation>{} 缺少 {}：模型不完整。</translation>
    </message>
    <message>
        <source>{} lies on a read-only disk and could not be copied to be read.</source>
        <translation>{} 在只读磁盘上，且无法复制出来读取。</translation>
    </message>
    <message>
        <source>{} must be from {} to {}, not {}.</source>
        <translation>{} 须在 {} 到 {} 之间，不能是 {}。</translation>
    </message>
    <message>
        <source>{} names {}, but {} is not there.</source>
        <translation>{} 指向 {}，但 {} 不在。</translation>
    </message>
    <message>
        <source>{} quoted texts are too many for one poster; {} are possible.</source>
        <translation>{} 段引号文字对一张海报来说太多；最多 {} 段。</translation>
    </message>
    <message>
        <source>{} ran out of memory while painting. Choose a smaller size.</source>
        <translation>{} 绘制时内存不足。选小一点的尺寸。</translation>
    </message>
    <message>
        <source>{} steps cannot be taken. Choose from 1 to {}.</source>
        <translation>不能走 {} 步。选 1 到 {}。</translation>
    </message>
    <message>
        <source>{} visual tokens are kept or left open, but the picture has {}.</source>
        <translation>保留或留空的视觉词元有 {} 个，而图有 {} 个。</translation>
    </message>
    <message>
        <source>{} visual tokens do not fill a picture of {}×{} pixels.</source>
        <translation>{} 个视觉词元填不满 {}×{} 像素的图。</translation>
    </message>
    <message>
        <source>{} was changed by another program meanwhile; save the poster under another name, or open it again.</source>
        <translation>{} 已被其他程序改动；把海报另存为别的名字，或重新打开。</translation>
    </message>
    <message>
        <source>{} was changed while the job was queued; queue it again.</source>
        <translation>任务排队期间 {} 被改动了；重新加入队列。</translation>
    </message>
    <message>
        <source>{} was not found beside the program; reinstall Haibao or set {}.</source>
        <translation>在程序旁找不到 {}；重新安装 Haibao，或设置 {}。</translation>
    </message>
    <message>
        <source>{} was written by a newer Haibao (format {}, this one knows {}); it was not touched.</source>
        <translation>{} 由更新版本的 Haibao 写成（格式 {}，本程序支持到 {}）；没有动它。</translation>
    </message>
    <message>
        <source>{} was written by an older Haibao; open it once where it can be changed.</source>
        <translation>{} 由旧版 Haibao 写成；先在可写的地方打开一次。</translation>
    </message>
    <message>
        <source>{}.{} is nothing that a preset can have; see docs/export.md.</source>
        <translation>预设里没有 {}.{} 这一项；见 docs/export.md。</translation>
    </message>
    <message>
        <source>{}/model_index.json: {} is a &quot;{}&quot;; this program knows {}.</source>
        <translation>{}/model_index.json：{} 为 &quot;{}&quot;；本程序认识 {}。</translation>
    </message>
    <message>
        <source>{}/{} is missing: the model is incomplete. Fetch the file.</source>
        <translation>缺少 {}/{}：模型不完整。获取这个文件。</translation>
    </message>
    <message>
        <source>{}/{} lacks tensor &quot;{}&quot;, which the index places there. Fetch the file again.</source>
        <translation>{}/{} 缺少索引所指的张量 &quot;{}&quot;。重新获取这个文件。</translation>
    </message>
    <message>
        <source>{}: &quot;added_tokens&quot; is no list.</source>
        <translation>{}：&quot;added_tokens&quot; 不是列表。</translation>
    </message>
    <message>
        <source>{}: &quot;{}&quot; is {}, which is not {}.</source>
        <translation>{}：&quot;{}&quot; 为 {}，不是 {}。</translation>
    </message>
    <message>
        <source>{}: &quot;{}&quot; is {}; this program knows {}.</source>
        <translation>{}：&quot;{}&quot; 为 {}；本程序认识 {}。</translation>
    </message>
    <message>
        <source>{}: a Split has no pattern.</source>
        <translation>{}：有 Split 没有模式。</translation>
    </message>
    <message>
        <source>{}: a Split&apos;s behavior &quot;{}&quot; is not known.</source>
        <translation>{}：不认识 Split 的行为 &quot;{}&quot;。</translation>
    </message>
    <message>
        <source>{}: a Split&apos;s pattern is {} bytes long.</source>
        <translation>{}：Split 的模式有 {} 字节。</translation>
    </message>
    <message>
        <source>{}: an entry of &quot;added_tokens&quot; is not a token with an id.</source>
        <translation>{}：&quot;added_tokens&quot; 里有一项不是带编号的词元。</translation>
    </message>
    <message>
        <source>{}: byte_fallback, dropout, prefixes and suffixes are not known here.</source>
        <translation>{}：不支持 byte_fallback、dropout、前缀和后缀。</translation>
    </message>
    <message>
        <source>{}: column {} has no name in the first row; name it, or say that there is no header.</source>
        <translation>{}：首行里第 {} 列没有名字；给它命名，或说明没有表头。</translation>
    </message>
    <message>
        <source>{}: elements {} to {} of tensor &quot;{}&quot; were asked for; it has {}.</source>
        <translation>{0}：要求张量 &quot;{3}&quot; 的第 {1} 到 {2} 个元素，它只有 {4} 个。</translation>
    </message>
    <message>
        <source>{}: merge number {} does not join two tokens to a third.</source>
        <translation>{}：第 {} 条合并规则不是把两个词元合成第三个。</translation>
    </message>
    <message>
        <source>{}: tensor &quot;{}&quot; has the shape {}, but the config calls for {}.</source>
        <translation>{}：张量 &quot;{}&quot; 的形状是 {}，而配置要求 {}。</translation>
    </message>
    <message>
        <source>{}: tensor &quot;{}&quot; holds a value that is no number (NaN or infinity) at element {}. Fetch the file again.</source>
        <translation>{}：张量 &quot;{}&quot; 的第 {} 个元素不是数值（NaN 或无穷）。重新获取这个文件。</translation>
    </message>
    <message>
        <source>{}: tensor &quot;{}&quot; is stored as {}, which cannot be converted.</source>
        <translation>{}：张量 &quot;{}&quot; 以 {} 存储，无法转换。</translation>
    </message>
    <message>
        <source>{}: tensor &quot;{}&quot; is stored as {}; this program computes with F32, BF16, F16 and GGUF&apos;s Q8_0, Q6_K, Q4_K and Q4_0.</source>
        <translation>{}：张量 &quot;{}&quot; 以 {} 存储；本程序用 F32、BF16、F16 及 GGUF 的 Q8_0、Q6_K、Q4_K、Q4_0 计算。</translation>
    </message>
    <message>
        <source>{}: tensor &quot;{}&quot; is stored as {}; this program computes with F32, BF16, F16 and GGUF&apos;s blocks.</source>
        <translation>{}：张量 &quot;{}&quot; 以 {} 存储；本程序用 F32、BF16、F16 及 GGUF 的分块格式计算。</translation>
    </message>
    <message>
        <source>{}: tensor &quot;{}&quot; is stored in ggml&apos;s type {}; this program knows F32, F16, BF16, Q8_0, Q6_K, Q4_K and Q4_0.</source>
        <translation>{}：张量 &quot;{}&quot; 以 ggml 的类型 {} 存储；本程序认识 F32、F16、BF16、Q8_0、Q6_K、Q4_K 和 Q4_0。</translation>
    </message>
    <message>
        <source>{}: the Sequence of normalizers is no list.</source>
        <translation>{}：规范化器的 Sequence 不是列表。</translation>
    </message>
    <message>
        <source>{}: the Sequence of pre-tokenizers is no list.</source>
        <translation>{}：预分词器的 Sequence 不是列表。</translation>
    </message>
    <message>
        <source>{}: the file of tensor &quot;{}&quot; is not the plain name of a safetensors file.</source>
        <translation>{}：张量 &quot;{}&quot; 的文件不是单纯的 safetensors 文件名。</translation>
    </message>
    <message>
        <source>{}: the model is not BPE.</source>
        <translation>{}：模型不是 BPE。</translation>
    </message>
    <message>
        <source>{}: the normalizer &quot;{}&quot; is not known here.</source>
        <translation>{}：不认识规范化器 &quot;{}&quot;。</translation>
    </message>
    <message>
        <source>{}: the pattern &quot;{}&quot; cannot be used ({}).</source>
        <translation>{}：无法使用模式 &quot;{}&quot;（{}）。</translation>
    </message>
    <message>
        <source>{}: the pre-tokenizer &quot;{}&quot; is not known here.</source>
        <translation>{}：不认识预分词器 &quot;{}&quot;。</translation>
    </message>
    <message>
        <source>{}: the vocabulary&apos;s entry &quot;{}&quot; is not a token with an id.</source>
        <translation>{}：词表的 &quot;{}&quot; 不是带编号的词元。</translation>
    </message>
    <message>
        <source>{}: two columns are called “{}”; give one another name.</source>
        <translation>{}：有两列都叫“{}”；给其中一列换个名字。</translation>
    </message>
    <message>
        <source>{}: {} must be true.</source>
        <translation>{}：{} 须为 true。</translation>
    </message>
    <message>
        <source>{}×{} pixels are too many for {}, which ends at {} a side; choose a smaller size, or TIFF or PNG.</source>
        <translation>{}×{} 像素对 {} 来说太多，它每边最多 {}；选小一点的尺寸，或用 TIFF、PNG。</translation>
    </message>
    <message>
        <source>{}×{} pixels do not fit into {} bytes as {}: at the lowest quality they need {}. Choose a smaller picture.</source>
        <translation>{}×{} 像素无法以 {2} 字节的 {3} 存下：最低质量也要 {4} 字节。选小一点的图。</translation>
    </message>
    <message>
        <source>“{}” is no colour; write it like #c8442f.</source>
        <translation>“{}”不是颜色；写成 #c8442f 这样。</translation>
    </message>
    <message>
        <source>“{}” is no picture that can be read; use PNG, JPEG, WebP or TIFF.</source>
        <translation>“{}”不是可读的图片；用 PNG、JPEG、WebP 或 TIFF。</translation>
    </message>
    <message>
        <source>“{}” is no size; write width x height in pixels, for example 1024x1024 or 768x1344.</source>
        <translation>“{}”不是尺寸；以像素写成 宽x高，如 1024x1024 或 768x1344。</translation>
    </message>
    <message>
        <source>%1 % of the pixels need more than %2 % ink together, at most %3 %; ask the print shop, or choose lighter colours.</source>
        <translation>%1 % 的像素总墨量超过 %2 %，最高 %3 %；问问印刷厂，或用浅一点的颜色。</translation>
    </message>
    <message>
        <source>%1 cannot be transparent here: what was stands on %2.</source>
        <translation>%1 在这里不能透明：透明处垫上了 %2。</translation>
    </message>
    <message>
        <source>%1 characters have no room in the text&apos;s box.</source>
        <translation>%1 个字符在文本框里放不下。</translation>
    </message>
    <message>
        <source>%1 is there already; choose another name, or say what to do with --if-exists.</source>
        <translation>%1 已存在；换个名字，或用 --if-exists 说明怎么办。</translation>
    </message>
    <message>
        <source>A column cannot decide the %1 of the layer “%2”.</source>
        <translation>表格列不能决定图层“%2”的 %1。</translation>
    </message>
    <message>
        <source>A finished picture of job {} is damaged and is painted again.</source>
        <translation>任务 {} 的一张成品图已损坏，将重新绘制。</translation>
    </message>
    <message>
        <source>A frame claims {} + {} bytes; the limits are {} + {}.</source>
        <translation>一帧声称有 {} + {} 字节；上限为 {} + {}。</translation>
    </message>
    <message>
        <source>A frame&apos;s head is not a JSON object.</source>
        <translation>帧头不是 JSON 对象。</translation>
    </message>
    <message>
        <source>A layer holds at most %1 characters; the last %2 are not shown.</source>
        <translation>一个图层最多 %1 个字符；最后 %2 个不显示。</translation>
    </message>
    <message>
        <source>A seed column needs a prompt: --map prompt=COLUMN.</source>
        <translation>种子列需要提示词：--map prompt=列名。</translation>
    </message>
    <message>
        <source>Either a prompt with {{…}} or a column with prompts, not both.</source>
        <translation>要么用带 {{…}} 的提示词，要么用提示词列，不能都用。</translation>
    </message>
    <message>
        <source>Emoji larger than %1 pt (%2 pixels) are enlarged pictures and will look soft.</source>
        <translation>大于 %1 pt（%2 像素）的表情符号是放大的图片，会发虚。</translation>
    </message>
    <message>
        <source>Its file would be called %1 like that of row %2; put a column that differs, or {row}, into the name.</source>
        <translation>它的文件会和第 %2 行一样叫 %1；在文件名里加入有区别的列，或 {row}。</translation>
    </message>
    <message>
        <source>Layer %1 is lost.</source>
        <translation>图层 %1 已丢失。</translation>
    </message>
    <message>
        <source>Memory ran out while working on {}.</source>
        <translation>处理 {} 时内存不足。</translation>
    </message>
    <message>
        <source>No column of the table fills anything in the poster. Columns: %1. Layers: %2. Use --map LAYER=COLUMN, or write {{column}} into a text.</source>
        <translation>表格里没有列能填充海报。列：%1。图层：%2。用 --map 图层=列，或在文字里写 {{column}}。</translation>
    </message>
    <message>
        <source>Page %1 is larger than a PDF page may be (5.08 m): it is written at 1:10.</source>
        <translation>第 %1 页超过 PDF 页面的上限（5.08 m）：按 1:10 写出。</translation>
    </message>
    <message>
        <source>Page size, styles and notes are lost; the page has its usual size now.</source>
        <translation>页面尺寸、样式和备注已丢失；页面现为默认尺寸。</translation>
    </message>
    <message>
        <source>Picture {} cannot be read.</source>
        <translation>无法读取图 {}。</translation>
    </message>
    <message>
        <source>Right-to-left text is shown in the order it is stored; Haibao does not set Arabic or Hebrew.</source>
        <translation>从右到左的文字按存储顺序显示；Haibao 不排阿拉伯文和希伯来文。</translation>
    </message>
    <message>
        <source>Software Vulkan: it computes correctly, but more slowly than the processor itself. Use cpu.</source>
        <translation>软件 Vulkan：计算正确，但比处理器本身慢。用 cpu。</translation>
    </message>
    <message>
        <source>The beginning of the file was damaged.</source>
        <translation>文件开头已损坏。</translation>
    </message>
    <message>
        <source>The broken database was kept as {}.</source>
        <translation>损坏的数据库已保留为 {}。</translation>
    </message>
    <message>
        <source>The database is in order.</source>
        <translation>数据库正常。</translation>
    </message>
    <message>
        <source>The disk is full: {} could not be saved; what was saved before is kept.</source>
        <translation>磁盘已满：无法保存 {}；之前保存的内容仍在。</translation>
    </message>
    <message>
        <source>The disk is full: {} needs about {}, {} are free in {}. Free some space or choose another folder.</source>
        <translation>磁盘已满：{0} 约需 {1}，{3} 可用 {2}。清理一些空间，或换个文件夹。</translation>
    </message>
    <message>
        <source>The folder {} is not there (any more), {} cannot be written.</source>
        <translation>文件夹 {} 不在了，无法写入 {}。</translation>
    </message>
    <message>
        <source>The font &quot;%1&quot; is not installed; another one stands in for it. Install it or choose another font.</source>
        <translation>字体“%1”没有安装，由别的字体代替。安装它，或换个字体。</translation>
    </message>
    <message>
        <source>The font &quot;%1&quot; is not the same file that this text was last set with; check its lines.</source>
        <translation>字体“%1”与这段文字上次排版所用的文件不同；检查各行。</translation>
    </message>
    <message>
        <source>The font &quot;%1&quot; may not be embedded: in a PDF its letters become outlines.</source>
        <translation>字体“%1”不允许嵌入：在 PDF 里文字会转成轮廓。</translation>
    </message>
    <message>
        <source>The font %1 does not allow to be put into a PDF: its text is drawn as shapes, and can still be selected.</source>
        <translation>字体 %1 不允许放进 PDF：文字画成形状，仍可选中。</translation>
    </message>
    <message>
        <source>The group of the layer “%1” is lost; it lies on top now.</source>
        <translation>图层“%1”所在的编组已丢失；它现在位于最上层。</translation>
    </message>
    <message>
        <source>The layer “%1” asks for {{%2}}, but the table has no such column; it has %3.</source>
        <translation>图层“%1”要用 {{%2}}，但表格没有这一列；现有 %3。</translation>
    </message>
    <message>
        <source>The library lost the same picture meanwhile; import this file again.</source>
        <translation>图库此间丢失了同一张图；重新导入这个文件。</translation>
    </message>
    <message>
        <source>The lines were set further apart so that readings do not collide; a line height of at least 1.5 has room for them.</source>
        <translation>为避免注音相撞，行距加大了；行高至少 1.5 才放得下。</translation>
    </message>
    <message>
        <source>The list of %1 breaks off; some may be missing.</source>
        <translation>%1 的列表中断了；可能缺了一些。</translation>
    </message>
    <message>
        <source>The name {} is too long for the file system.</source>
        <translation>文件名 {} 对文件系统来说太长。</translation>
    </message>
    <message>
        <source>The picture %1 has only %2 dpi at its size on the page; print wants 150 or more.</source>
        <translation>图片 %1 在页面上的尺寸只有 %2 dpi；印刷需要 150 以上。</translation>
    </message>
    <message>
        <source>The picture of the layer “%1” is lost.</source>
        <translation>图层“%1”的图片已丢失。</translation>
    </message>
    <message>
        <source>The poster has no layer “%1”; it has %2.</source>
        <translation>海报没有图层“%1”；现有 %2。</translation>
    </message>
    <message>
        <source>The poster was designed without bleed: its background ends at the trim. Let it reach 3 mm further, or a thin white edge may show.</source>
        <translation>海报没有做出血：背景止于裁切边。让它向外多出 3 mm，否则可能露出白边。</translation>
    </message>
    <message>
        <source>The prompt of this row is empty, so nothing can be painted for it.</source>
        <translation>这一行的提示词是空的，没有内容可画。</translation>
    </message>
    <message>
        <source>The reading “%1” stands over the beginning of its characters alone, because a line ends within them; widen the box or divide the reading.</source>
        <translation>注音“%1”只能放在开头几个字上，因为中间换了行；加宽文本框，或把注音拆开。</translation>
    </message>
    <message>
        <source>The row has %1 cells, the table %2 columns; is a quote or a delimiter missing?</source>
        <translation>这一行有 %1 个单元格，表格有 %2 列；是不是少了引号或分隔符？</translation>
    </message>
    <message>
        <source>The search index was made again.</source>
        <translation>搜索索引已重建。</translation>
    </message>
    <message>
        <source>The table has no column “%1”; it has %2.</source>
        <translation>表格没有列“%1”；现有 %2。</translation>
    </message>
    <message>
        <source>The text does not fit its box at %1 % of its size; enlarge the box or shorten the text.</source>
        <translation>缩到 %1 % 仍放不进文本框；放大文本框或缩短文字。</translation>
    </message>
    <message>
        <source>The text holds characters that are no text (control characters, halves of surrogate pairs); they are kept, but not shown.</source>
        <translation>文字里含有非文本字符（控制字符、半个代理对）；会保留，但不显示。</translation>
    </message>
    <message>
        <source>The text is longer than its box; enlarge the box or shorten the text.</source>
        <translation>文字超出了文本框；放大文本框或缩短文字。</translation>
    </message>
    <message>
        <source>The words of {} of these were read from the pictures again.</source>
        <translation>其中 {} 张的文字信息已从图片重新读取。</translation>
    </message>
    <message>
        <source>The worker process crashed (signal {}); another device (--device cpu) may work where a driver fails.</source>
        <translation>计算进程崩溃了（信号 {}）；驱动出错时可换个设备（--device cpu）。</translation>
    </message>
    <message>
        <source>The worker process ended by itself (status {}).</source>
        <translation>计算进程自行结束了（状态 {}）。</translation>
    </message>
    <message>
        <source>The worker process was killed, as the system does when memory runs out; close other programs, or choose a smaller size or model.</source>
        <translation>计算进程被强制结束，内存不足时系统会这样做；关闭其他程序，或选小一点的尺寸或模型。</translation>
    </message>
    <message>
        <source>The worker process {} could not be started: {}.</source>
        <translation>无法启动计算进程 {}：{}。</translation>
    </message>
    <message>
        <source>There is no mapping for “%1” that an empty cell could be ruled for.</source>
        <translation>“%1”没有对应关系，谈不上空单元格的处理。</translation>
    </message>
    <message>
        <source>There is no right to write {} into {}; choose another folder.</source>
        <translation>没有权限把 {} 写到 {}；换个文件夹。</translation>
    </message>
    <message>
        <source>This folder may not be read; what the library knows of it stays as it is.</source>
        <translation>没有权限读取这个文件夹；图库对它的记录保持不变。</translation>
    </message>
    <message>
        <source>Two files of this job would be called {}; add {{n}} or {{preset}} to the names, or let names be made unique.</source>
        <translation>这项任务里有两个文件都会叫 {}；在文件名里加 {{n}} 或 {{preset}}，或让程序自动区分。</translation>
    </message>
    <message>
        <source>Up to %1 % ink lie on one spot; the limit is %2 %.</source>
        <translation>同一处的总墨量最高达 %1 %；上限为 %2 %。</translation>
    </message>
    <message>
        <source>{} could not be opened.</source>
        <translation>无法打开 {}。</translation>
    </message>
    <message>
        <source>{} could not be read or written; is the disk still there?</source>
        <translation>无法读写 {}；磁盘还在吗？</translation>
    </message>
    <message>
        <source>{} could not be written into {}: {}.</source>
        <translation>无法把 {} 写到 {}：{}。</translation>
    </message>
    <message>
        <source>{} did not accept what Haibao asked of it.</source>
        <translation>{} 没有接受 Haibao 的请求。</translation>
    </message>
    <message>
        <source>{} exists already in {} and was left as it is.</source>
        <translation>{1} 里已有 {0}，没有动它。</translation>
    </message>
    <message>
        <source>{} file(s) cannot be read as pictures.</source>
        <translation>{} 个文件无法作为图片读取。</translation>
    </message>
    <message>
        <source>{} is a folder; name a file.</source>
        <translation>{} 是文件夹；指定一个文件。</translation>
    </message>
    <message>
        <source>{} is in use by another program; try again when that is done.</source>
        <translation>{} 正被其他程序使用；等它用完再试。</translation>
    </message>
    <message>
        <source>{} is not a file that Haibao wrote, or its beginning is damaged.</source>
        <translation>{} 不是 Haibao 写的文件，或开头已损坏。</translation>
    </message>
    <message>
        <source>{} is not the file that SHA256SUMS describes. Fetch it again.</source>
        <translation>{} 与 SHA256SUMS 记录的不符。重新获取。</translation>
    </message>
    <message>
        <source>{} is read-only, {} cannot be written there; choose another folder.</source>
        <translation>{} 是只读的，无法写入 {}；换个文件夹。</translation>
    </message>
    <message>
        <source>{} lacks {} of the tensors its config calls for, the first being &quot;{}&quot;.</source>
        <translation>{} 缺少配置要求的 {} 个张量，第一个是 &quot;{}&quot;。</translation>
    </message>
    <message>
        <source>{} messages were left out: the inspector was too slow for them.</source>
        <translation>略去了 {} 条消息：观察器跟不上。</translation>
    </message>
    <message>
        <source>{} picture(s) have no file; they are kept as missing.</source>
        <translation>{} 张图没有文件，标记为缺失。</translation>
    </message>
    <message>
        <source>{} picture(s) were saved from it with their stars, tags and albums as far as they could be read.</source>
        <translation>从中救回 {} 张图及其可读出的星级、标签和相册。</translation>
    </message>
    <message>
        <source>{} picture(s) were taken up from their own metadata, without stars, tags and albums.</source>
        <translation>{} 张图按自带的元数据收录，没有星级、标签和相册。</translation>
    </message>
    <message>
        <source>{} row(s) of tags, albums and the like referred to what is lost, and were left out.</source>
        <translation>{} 条标签、相册之类的记录指向已丢失的内容，没有保留。</translation>
    </message>
    <message>
        <source>{} would replace one of the sources; choose another folder or other names.</source>
        <translation>{} 会覆盖一个源文件；换个文件夹或文件名。</translation>
    </message>
    <message>
        <source>{}: mrope_section adds up to {}, but {} rotary dimensions call for {}.</source>
        <translation>{}：mrope_section 之和为 {}，而 {} 个旋转维度要求 {}。</translation>
    </message>
    <message>
        <source>{}: tensor &quot;{}&quot; is stored as {}; this program computes with F32, BF16 and F16.</source>
        <translation>{}：张量 &quot;{}&quot; 以 {} 存储；本程序用 F32、BF16 和 F16 计算。</translation>
    </message>
    <message>
        <source>{}: tensor {} ({} such tensors).</source>
        <translation>{}：张量 {}（这样的张量有 {} 个）。</translation>
    </message>
    <message>
        <source>{}: {} is not known here.</source>
        <translation>{}：不认识 {}。</translation>
    </message>
    <message>
        <source>{}: {} must be false; GLM-Image&apos;s autoencoder has none.</source>
        <translation>{}：{} 须为 false；GLM-Image 的自编码器没有它。</translation>
    </message>
    <message>
        <source>“%1” and “%2” stand on each other. Move one of them.</source>
        <translation>“%1”和“%2”叠在一起。移开其中一个。</translation>
    </message>
    <message>
        <source>“%1” has only %2 dpi at this size and will look %3 in print; use a larger picture, or a smaller format.</source>
        <translation>“%1”在这个尺寸下只有 %2 dpi，印出来会显得 %3；用大一点的图，或小一点的幅面。</translation>
    </message>
    <message>
        <source>“%1” has only %2 dpi at this size; %3 are needed. Use a larger picture or make it smaller on the page.</source>
        <translation>“%1”在这个尺寸下只有 %2 dpi，需要 %3。用大一点的图，或在页面上缩小它。</translation>
    </message>
    <message>
        <source>“%1” is covered by what lies above it: %2 % of it can be seen. Bring it to the front, or move one of them.</source>
        <translation>“%1”被上面的内容遮住了：只看得见 %2 %。把它移到前面，或移开其中一个。</translation>
    </message>
    <message>
        <source>“%1” is hard to read: its contrast with the ground is %2, and should be %3 or more. Change its colour, or put a plate or a shadow behind it.</source>
        <translation>“%1”不易辨认：与背景的对比度是 %2，应在 %3 以上。换颜色，或在后面加衬底或阴影。</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no.</source>
        <translation>“%1”既不是“是”也不是“否”。</translation>
    </message>
    <message>
        <source>“%1” is no colour; write #rrggbb or a name as in CSS.</source>
        <translation>“%1”不是颜色；写 #rrggbb 或 CSS 颜色名。</translation>
    </message>
    <message>
        <source>“%1” is no mapping; write LAYER=COLUMN.</source>
        <translation>“%1”不是对应关系；写成 图层=列。</translation>
    </message>
    <message>
        <source>“%1” is no rule for empty cells; write keep, clear or skip, or LAYER=skip.</source>
        <translation>“%1”不是空单元格的规则；写 keep、clear、skip，或 图层=skip。</translation>
    </message>
    <message>
        <source>“%1” is no seed; write a whole number.</source>
        <translation>“%1”不是种子；写一个整数。</translation>
    </message>
    <message>
        <source>“%1” is not drawn: groups are nested more than %2 deep.</source>
        <translation>没有绘制“%1”：编组嵌套超过 %2 层。</translation>
    </message>
    <message>
        <source>“%1” is not drawn: its place or size is no usable number.</source>
        <translation>没有绘制“%1”：它的位置或尺寸不是可用的数值。</translation>
    </message>
    <message>
        <source>“%1” reaches into the outer %2 mm of the page, where it may be trimmed. Move it inwards.</source>
        <translation>“%1”伸进了页面最外 %2 mm，可能被裁掉。向内移。</translation>
    </message>
    <message>
        <source>“%1” reaches over the edge of the page: %2 % of it is cut off. Move it inwards, or make it smaller.</source>
        <translation>“%1”超出了页面边缘：有 %2 % 被裁掉。向内移，或缩小。</translation>
    </message>
    <message>
        <source>characters: {}</source>
        <translation>缺字：{}</translation>
    </message>
    <message>
        <source>clipped: {}</source>
        <translation>被裁掉：{}</translation>
    </message>
    <message>
        <source>covered: {}</source>
        <translation>被遮住：{}</translation>
    </message>
    <message>
        <source>missing: “%1” was not found</source>
        <translation>缺失：没有找到“%1”</translation>
    </message>
    <message>
        <source>near edge: {}</source>
        <translation>靠近边缘：{}</translation>
    </message>
    <message>
        <source>not judged: “%1” has nothing that could be compared</source>
        <translation>未判定：“%1”没有可比对的内容</translation>
    </message>
    <message>
        <source>off page: {}</source>
        <translation>超出页面：{}</translation>
    </message>
    <message>
        <source>overlapping: {}</source>
        <translation>重叠：{}</translation>
    </message>
    <message>
        <source>right: “%1”, contrast %2</source>
        <translation>正确：“%1”，对比度 %2</translation>
    </message>
    <message>
        <source>unreadable: {}</source>
        <translation>不易辨认：{}</translation>
    </message>
    <message>
        <source>&quot;{}&quot; in {} is no server: write rpc:HOST:PORT, several with commas, for example rpc:192.168.0.7:50052.</source>
        <translation>{1} 里的 &quot;{0}&quot; 不是服务器：写成 rpc:主机:端口，多个用逗号隔开，如 rpc:192.168.0.7:50052。</translation>
    </message>
    <message>
        <source>A finished tile of the picture, {}, cannot be read any more; start again.</source>
        <translation>已完成的图块 {} 无法再读取；重新开始。</translation>
    </message>
    <message>
        <source>A strength of {} is not above 0 and at most 1; 1 makes the region anew, 0.3 only refines it.</source>
        <translation>强度 {} 须大于 0 且不超过 1；1 是完全重画，0.3 只做细化。</translation>
    </message>
    <message>
        <source>A tile of {}×{} pixels was kept where {}×{} are needed.</source>
        <translation>保存的图块是 {}×{} 像素，而需要 {}×{}。</translation>
    </message>
    <message>
        <source>Both sides need the same version of ggml.</source>
        <translation>两边的 ggml 版本须一致。</translation>
    </message>
    <message>
        <source>Card, driver and CANN are ready; what is missing is ggml&apos;s CANN backend, which cannot be handed out ready-made. Build libggml-cann.so from ggml {} (cmake -DGGML_CANN=ON -DGGML_BACKEND_DL=ON) and put it into {}; see docs/handbook/ascend.md.</source>
        <translation>卡、驱动和 CANN 都已就绪；缺的是 ggml 的 CANN 后端，它无法随附现成的。用 ggml {} 编译 libggml-cann.so（cmake -DGGML_CANN=ON -DGGML_BACKEND_DL=ON）并放入 {}；见 docs/handbook/ascend.md。</translation>
    </message>
    <message>
        <source>Its driver is installed but not at work: there is no /dev/davinci0. Restart the machine, and see what npu-smi info says.</source>
        <translation>驱动已安装但没有工作：没有 /dev/davinci0。重启机器，看看 npu-smi info 的输出。</translation>
    </message>
    <message>
        <source>Its driver is not installed. Install the vendor&apos;s driver and firmware for this card and restart; npu-smi info then lists it.</source>
        <translation>没有安装驱动。安装厂商为这块卡提供的驱动和固件并重启；npu-smi info 会列出它。</translation>
    </message>
    <message>
        <source>Memory ran out while {} was enlarged; close other programs.</source>
        <translation>放大 {} 时内存不足；关闭其他程序。</translation>
    </message>
    <message>
        <source>No pipe could be opened: {}.</source>
        <translation>无法打开管道：{}。</translation>
    </message>
    <message>
        <source>Stopped; the worker was ended at once.</source>
        <translation>已停止，计算进程已立即结束。</translation>
    </message>
    <message>
        <source>The device {} cannot be used. {}</source>
        <translation>设备 {} 不可用。{}</translation>
    </message>
    <message>
        <source>The device {} is gone. Look again with haibao-cli devices.</source>
        <translation>设备 {} 不见了。用 haibao-cli devices 再看看。</translation>
    </message>
    <message>
        <source>The server on the other machine ended, or cannot be reached any more. Start it again there and try once more: what is kept of the job is gone on from. Or use --device cpu.</source>
        <translation>另一台机器上的服务器已结束，或无法再连上。在那边重新启动它再试：会从已保存的进度继续。或用 --device cpu。</translation>
    </message>
    <message>
        <source>The server {} offers no device.</source>
        <translation>服务器 {} 没有提供设备。</translation>
    </message>
    <message>
        <source>There is no memory for a measurement.</source>
        <translation>没有内存可用于测量。</translation>
    </message>
    <message>
        <source>What was read of a job cannot be understood; proof-read its pictures with haibao-cli proof.</source>
        <translation>一项任务的校对记录无法理解；用 haibao-cli proof 校对它的图。</translation>
    </message>
    <message>
        <source>You have no right to use /dev/{}. Join the group that owns it (usually: sudo usermod -aG HwHiAiUser $USER) and log in again.</source>
        <translation>你没有使用 /dev/{} 的权限。加入它所属的组（通常：sudo usermod -aG HwHiAiUser $USER）后重新登录。</translation>
    </message>
    <message>
        <source>ggml&apos;s part for other machines is not installed here. Install the package libggml0-backend-rpc.</source>
        <translation>这里没有安装 ggml 用于其他机器的部分。安装 libggml0-backend-rpc 包。</translation>
    </message>
    <message>
        <source>ggml&apos;s processor backend was not found. Reinstall the package libggml0.</source>
        <translation>找不到 ggml 的处理器后端。重新安装 libggml0 包。</translation>
    </message>
    <message>
        <source>libggml-rpc.so has no {}; it belongs to another version of ggml.</source>
        <translation>libggml-rpc.so 里没有 {}；它属于别的 ggml 版本。</translation>
    </message>
    <message>
        <source>{} cannot be loaded: {}. Install what it needs (its driver), build it for this system, or take it away.</source>
        <translation>无法加载 {}：{}。安装它需要的（驱动），为本系统重新编译，或移走它。</translation>
    </message>
    <message>
        <source>{} could not be started: {}.</source>
        <translation>无法启动 {}：{}。</translation>
    </message>
    <message>
        <source>{} did not answer within {} seconds and was stopped.</source>
        <translation>{} 在 {} 秒内没有响应，已被停止。</translation>
    </message>
    <message>
        <source>{} ended the process that tried it (status {}{}).</source>
        <translation>{} 使试用它的进程结束了（状态 {}{}）。</translation>
    </message>
    <message>
        <source>{} ended the process that tried it ({}{}).</source>
        <translation>{} 使试用它的进程结束了（{}{}）。</translation>
    </message>
    <message>
        <source>{} finds nothing here that it can use. Its driver may be missing or too old for it.</source>
        <translation>{} 在这里找不到可用的设备。可能缺少驱动，或驱动太旧。</translation>
    </message>
    <message>
        <source>{} has more than 8 bits; enlarge its file with haibao-cli enlarge.</source>
        <translation>{} 超过 8 位；用 haibao-cli enlarge 放大它的文件。</translation>
    </message>
    <message>
        <source>{} is no backend of ggml: it has no function ggml_backend_init. Take it out of that folder.</source>
        <translation>{} 不是 ggml 的后端：没有 ggml_backend_init 函数。把它移出那个文件夹。</translation>
    </message>
    <message>
        <source>{} names the server {} twice.</source>
        <translation>{} 两次写了服务器 {}。</translation>
    </message>
    <message>
        <source>{} names {}, but no CANN toolkit (libascendcl.so) is there. Install the toolkit, or correct the variable.</source>
        <translation>{} 指向 {}，但那里没有 CANN 工具包（libascendcl.so）。安装工具包，或改正这个变量。</translation>
    </message>
    <message>
        <source>{} of {} texts are not as they should be; the row is not written. {}</source>
        <translation>{1} 段文字中有 {0} 段不符合要求，这一行没有写出。{2}</translation>
    </message>
    <message>
        <source>{} offers it already; take one of the two libraries away.</source>
        <translation>{} 已提供它；移走两个库中的一个。</translation>
    </message>
    <message>
        <source>{} offers no device {}.</source>
        <translation>{} 没有提供设备 {}。</translation>
    </message>
    <message>
        <source>{} was built against another version of ggml than the one here ({}). Build it against that one.</source>
        <translation>{} 是按别的 ggml 版本编译的，与这里的（{}）不同。按这个版本重新编译。</translation>
    </message>
    <message>
        <source>a control character</source>
        <translation>有控制字符</translation>
    </message>
    <message>
        <source>a list stands where none belongs</source>
        <translation>不该有列表的地方出现了列表</translation>
    </message>
    <message>
        <source>a null stands where none belongs</source>
        <translation>不该有 null 的地方出现了 null</translation>
    </message>
    <message>
        <source>a number is negative</source>
        <translation>有数值为负</translation>
    </message>
    <message>
        <source>a number is not whole</source>
        <translation>有数值不是整数</translation>
    </message>
    <message>
        <source>a number stands where none belongs</source>
        <translation>不该有数值的地方出现了数值</translation>
    </message>
    <message>
        <source>a picture has 0 to 5 stars</source>
        <translation>图可以有 0 到 5 星</translation>
    </message>
    <message>
        <source>a text stands where none belongs</source>
        <translation>不该有文本的地方出现了文本</translation>
    </message>
    <message>
        <source>a true or false stands where none belongs</source>
        <translation>不该有真假值的地方出现了真假值</translation>
    </message>
    <message>
        <source>an object stands where none belongs</source>
        <translation>不该有对象的地方出现了对象</translation>
    </message>
    <message>
        <source>does not begin where the one before it ends</source>
        <translation>没有从前一个结束处开始</translation>
    </message>
    <message>
        <source>each side must be a multiple of 32</source>
        <translation>每边须为 32 的倍数</translation>
    </message>
    <message>
        <source>each side must be from 256 to 2048 pixels</source>
        <translation>每边须为 256 到 2048 像素</translation>
    </message>
    <message>
        <source>has an absurd shape</source>
        <translation>形状不合理</translation>
    </message>
    <message>
        <source>has {} axes</source>
        <translation>有 {} 个轴</translation>
    </message>
    <message>
        <source>it has two dtypes</source>
        <translation>它有两种 dtype</translation>
    </message>
    <message>
        <source>it holds too many values</source>
        <translation>它的值太多</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>它是空的</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>嵌套太深</translation>
    </message>
    <message>
        <source>it must stay inside the target folder</source>
        <translation>必须留在目标文件夹内</translation>
    </message>
    <message>
        <source>it stands there twice</source>
        <translation>它出现了两次</translation>
    </message>
    <message>
        <source>its dtype, shape or data_offsets is missing</source>
        <translation>缺少 dtype、shape 或 data_offsets</translation>
    </message>
    <message>
        <source>its shape is absurd</source>
        <translation>形状不合理</translation>
    </message>
    <message>
        <source>more than {} terms are too many</source>
        <translation>搜索词不能超过 {} 个</translation>
    </message>
    <message>
        <source>overlaps another one</source>
        <translation>与另一个重叠</translation>
    </message>
    <message>
        <source>similar: takes the number of one picture</source>
        <translation>similar: 后面是一张图的编号</translation>
    </message>
    <message>
        <source>something must follow {}:</source>
        <translation>{}: 后面要有内容</translation>
    </message>
    <message>
        <source>stands there twice</source>
        <translation>出现了两次</translation>
    </message>
    <message>
        <source>there is no filter |%1</source>
        <translation>没有过滤器 |%1</translation>
    </message>
    <message>
        <source>with source pictures the long side may be at most four times the short one</source>
        <translation>使用参考图时长边最多为短边的四倍</translation>
    </message>
    <message>
        <source>Is the server running there, is the address right, does no firewall stand between? A server also keeps all but one client waiting.</source>
        <translation>那边的服务器在运行吗，地址对吗，中间没有防火墙吗？服务器一次只接待一个客户端，其余的要等。</translation>
    </message>
    <message>
        <source>The device {} failed in the middle of this job ({}). Try again, or use --device cpu.</source>
        <translation>设备 {} 在任务中途出错（{}）。再试一次，或用 --device cpu。</translation>
    </message>
    <message>
        <source>{} is in the way; remove it.</source>
        <translation>{} 占着位置；删除它。</translation>
    </message>
    <message>
        <source>The cell is empty, so nothing stands in its place on this row&apos;s poster.</source>
        <translation>单元格是空的，这一行的海报在相应位置留空。</translation>
    </message>
    <message>
        <source>The cell is empty, so this row&apos;s poster has no text there.</source>
        <translation>单元格是空的，这一行的海报在那里没有文字。</translation>
    </message>
    <message>
        <source>The cell is empty, so this row&apos;s poster keeps the picture it has.</source>
        <translation>单元格是空的，这一行的海报保留原有的图片。</translation>
    </message>
    <message>
        <source>{} names no server: write rpc:HOST:PORT, several with commas.</source>
        <translation>{} 没有指明服务器：写成 rpc:主机:端口，多个用逗号隔开。</translation>
    </message>
    <message>
        <source>Another process has just finished {}.</source>
        <translation>另一个进程刚刚写完了 {}。</translation>
    </message>
    <message>
        <source>{}: tensor &quot;{}&quot; is empty or has more than four axes; such a model cannot be converted.</source>
        <translation>{}：张量“{}”是空的，或多于四个轴；这样的模型不能转换。</translation>
    </message>
    <message>
        <source>&quot;enlarged&quot; is no object.</source>
        <translation>“enlarged”不是对象。</translation>
    </message>
    <message>
        <source>&quot;repaint&quot; is no object.</source>
        <translation>“repaint”不是对象。</translation>
    </message>
    <message>
        <source>A picture of {}×{} pixels needs {:.1f} GB of memory ({:.1f} GB of them for the model&apos;s weights), but {:.1f} GB are free{}. Choose a smaller size, close other programs, or convert the model to fewer bits (haibao-cli models convert).</source>
        <translation>{}×{} 像素的图需要 {:.1f} GB 内存（其中模型权重 {:.1f} GB），而空闲的只有 {:.1f} GB{}。选小一点的尺寸、关闭其他程序，或把模型转成更少的位数（haibao-cli models convert）。</translation>
    </message>
    <message>
        <source>Memory ran out during this job. Choose a smaller size, or close other programs.</source>
        <translation>这项任务做到一半内存不足。选小一点的尺寸，或关闭其他程序。</translation>
    </message>
    <message>
        <source>Say how large: --to A3@300, --to 4096x5792, or --from a picture that was enlarged.</source>
        <translation>说明要放大到多大：--to A3@300、--to 4096x5792，或用 --from 指定一张放大过的图。</translation>
    </message>
    <message>
        <source>The worker process ended while it read the model: a file of it was cut, or its disk went away. Bring the disk back, or check the model (haibao-cli models verify), and start again.</source>
        <translation>计算进程在读模型时结束了：模型的某个文件被截短，或所在磁盘不见了。接回磁盘，或校验模型（haibao-cli models verify），然后重新开始。</translation>
    </message>
    <message>
        <source>This picture is being enlarged to this size by another process just now. Wait until it has finished, or stop it.</source>
        <translation>另一个进程正在把这张图放大到这个尺寸。等它完成，或停掉它。</translation>
    </message>
    <message>
        <source>What picture {} remembers of its steps is damaged.</source>
        <translation>图 {} 记下的步骤已损坏。</translation>
    </message>
    <message>
        <source>{} was cut, or its disk went away, while it was read. Bring the disk back or fetch the file again, and start once more.</source>
        <translation>读 {} 时它被截短，或所在磁盘不见了。接回磁盘或重新获取文件，再开始一次。</translation>
    </message>
    <message>
        <source>{} was enlarged by the model {} ({}), not by the built-in one; name its folder with --model.</source>
        <translation>{} 是用模型 {}（{}）放大的，不是内置模型；用 --model 指定它的文件夹。</translation>
    </message>
    <message>
        <source>{} was not enlarged by a model; say how large with --to.</source>
        <translation>{} 不是用模型放大的；用 --to 说明要放大到多大。</translation>
    </message>
    <message>
        <source>{} was not painted by Haibao, only enlarged; haibao-cli enlarge PICTURE --from {} repeats that.</source>
        <translation>{} 不是 Haibao 画的，只是放大过；haibao-cli enlarge 图片 --from {} 可照样放大。</translation>
    </message>
    <message>
        <source>{}.part is something else that was begun, a conversion perhaps. Finish that or remove it, or name another file.</source>
        <translation>{}.part 是另一件没做完的事，可能是一次转换。先做完或删掉它，或换个文件名。</translation>
    </message>
    <message>
        <source>“%1” and others in %2 are not shown: the font draws them in a way (SVG) that Haibao cannot. Choose another font.</source>
        <translation>%2 中的“%1”等字符没有显示：这个字体用 SVG 绘制它们，Haibao 不支持。换一种字体。</translation>
    </message>
    <message>
        <source>“%1” and others in %2 are shown in the text&apos;s colour: the font colours them in a way (SVG) that Haibao cannot.</source>
        <translation>%2 中的“%1”等字符按文字的颜色显示：这个字体用 SVG 上色，Haibao 不支持。</translation>
    </message>
    <message>
        <source>%1 characters have no room in the box and are not shown; enlarge it or shorten the text.</source>
        <translation>有 %1 个字符在文本框里放不下，没有显示；放大文本框或缩短文字。</translation>
    </message>
    <message>
        <source>%1 lines had to be broken where no rule allows it; widen the box.</source>
        <translation>有 %1 行只能在规则不允许处断开；加宽文本框。</translation>
    </message>
    <message>
        <source>A line had to be broken where no rule allows it; widen the box.</source>
        <translation>有一行只能在规则不允许处断开；加宽文本框。</translation>
    </message>
    <message>
        <source>A tile of {} pixels cannot be painted: its side is a multiple of 32 from 256 to 2048.</source>
        <translation>{} 像素的块无法绘制：边长须是 32 的倍数，从 256 到 2048。</translation>
    </message>
    <message>
        <source>One character has no room in the box and is not shown; enlarge it or shorten the text.</source>
        <translation>有一个字符在文本框里放不下，没有显示；放大文本框或缩短文字。</translation>
    </message>
    <message>
        <source>{} did not answer when it was last tried, twice, and is left out until it is another file or the computer was started anew. haibao-cli devices --again tries it at once; update the driver of that device, or take the file away: {}.</source>
        <translation>{} 上次试用时两次都没有响应，在文件更换或电脑重启之前不再使用。haibao-cli devices --again 可立即再试；更新该设备的驱动，或移走这个文件：{}。</translation>
    </message>
    <message>
        <source>“%1” is shown at %2 times its own size and looks soft; enlarge the picture, or make it smaller on the page.</source>
        <translation>“%1”放大到原图的 %2 倍显示，会发虚；先放大图片，或在页面上缩小它。</translation>
    </message>
    <message>
        <source>A reference picture that this one was made from is not there any more; put it beside the prompt again.</source>
        <translation>这张图所用的参考图已经不在了；重新把它放到提示词旁。</translation>
    </message>
    <message>
        <source>It is not known with which prompt this picture was made.</source>
        <translation>不知道这张图是用什么提示词画的。</translation>
    </message>
    <message>
        <source>The folder for models cannot be made: {}.</source>
        <translation>无法创建模型文件夹：{}。</translation>
    </message>
    <message>
        <source>The library is not open, so pictures could not be kept.</source>
        <translation>图库没有打开，图片无处保存。</translation>
    </message>
    <message>
        <source>The library is not open.</source>
        <translation>图库没有打开。</translation>
    </message>
    <message>
        <source>The model could not be added: {}.</source>
        <translation>无法添加模型：{}。</translation>
    </message>
    <message>
        <source>The printer did not take the page.</source>
        <translation>打印机没有接受这一页。</translation>
    </message>
    <message>
        <source>There is a style “{}” already; choose another name.</source>
        <translation>已有名为“{}”的样式；换个名称。</translation>
    </message>
    <message>
        <source>Your text styles could not be read, so they are not changed: {}</source>
        <translation>无法读取你的文字样式，因此没有改动：{}</translation>
    </message>
    <message>
        <source>a part of its path is not a folder</source>
        <translation>路径中有一段不是文件夹</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>另一个程序正在使用它</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>它不存在</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <source>it is too large for this file system</source>
        <translation>对这个文件系统来说太大</translation>
    </message>
    <message>
        <source>it lies on another disk</source>
        <translation>它在另一块磁盘上</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>链接绕成了圈</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>名称太长</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>磁盘是只读的</translation>
    </message>
    <message>
        <source>the disk reports a fault</source>
        <translation>磁盘报告出错</translation>
    </message>
    <message>
        <source>the disk that it lies on is gone</source>
        <translation>它所在的磁盘不在了</translation>
    </message>
    <message>
        <source>the folder is not empty</source>
        <translation>文件夹不是空的</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>内存不够</translation>
    </message>
    <message>
        <source>there is something of that name already</source>
        <translation>已有同名的文件或文件夹</translation>
    </message>
    <message>
        <source>too many files are open at once</source>
        <translation>同时打开的文件太多</translation>
    </message>
    <message>
        <source>you have no right to it</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation>分给你的磁盘空间已用完</translation>
    </message>
    <message>
        <source>{} cannot be removed: {}.</source>
        <translation>无法移除 {}：{}。</translation>
    </message>
    <message>
        <source>{} cannot be written: {}.</source>
        <translation>无法写入 {}：{}。</translation>
    </message>
    <message>
        <source>{} cannot be written: {}. Free some space; the same command goes on then.</source>
        <translation>无法写入 {}：{}。腾出些空间，同样的命令会接着做。</translation>
    </message>
    <message>
        <source>{} could not be read.</source>
        <translation>无法读取 {}。</translation>
    </message>
    <message>
        <source>{} has room for {} of the {} layers of {}: {} are streamed to it, again and again.</source>
        <translation>{} 放得下 {} 层（共 {} 层，{}）：其余 {} 层要反复送过去。</translation>
    </message>
    <message>
        <source>{} holds no text styles that this Haibao knows.</source>
        <translation>{} 里没有这个 Haibao 认识的文字样式。</translation>
    </message>
    <message>
        <source>{} is not a picture that Haibao can show.</source>
        <translation>Haibao 无法显示图片 {}。</translation>
    </message>
    <message>
        <source>“{}” comes with Haibao; choose another name.</source>
        <translation>“{}”是 Haibao 自带的；换个名称。</translation>
    </message>
    <message>
        <source>{} lies on a file system that cannot map files; copy it to another disk.</source>
        <translation>{} 所在的文件系统不支持映射文件；把它复制到另一块磁盘。</translation>
    </message>
    <message>
        <source>{} is a device or a pipe and no file that can be written anew; name another one.</source>
        <translation>{} 是设备或管道，不是可以重新写入的文件；请换一个。</translation>
    </message>
    <message>
        <source>“%1” comes within %2 pixels of the page&apos;s edge, which apps may cover or cut off. Move it inwards.</source>
        <translation>“%1”距页面边缘不足 %2 像素，可能被应用遮住或裁掉。请往里移。</translation>
    </message>
    <message>
        <source>extra: “%1” was not asked for (at %2, %3)</source>
        <translation>多余：没有要求“%1”（位于 %2, %3）</translation>
    </message>
    <message>
        <source>not judged: “%1” is too small to be read with certainty: characters of %2 pixels (at %3, %4)</source>
        <translation>未判定：“%1”太小，无法可靠识别：字符为 %2 像素（位于 %3, %4）</translation>
    </message>
    <message>
        <source>right: “%1” (at %2, %3)</source>
        <translation>正确：“%1”（位于 %2, %3）</translation>
    </message>
    <message>
        <source>wrong: “%1” reads “%2” (at %3, %4); %5 % of its words are right, similarity %6</source>
        <translation>错误：“%1”读作“%2”（位于 %3, %4）；%5 % 的词正确，相似度 %6</translation>
    </message>
    <message>
        <source>The text is set at %1 % of its size, so that it fits its box.</source>
        <translation>文字缩小到原来的 %1 %，以便放进文本框。</translation>
    </message>
    <message>
        <source>%1 characters are from the font “%2”.</source>
        <translation>%1 个字符用的是字体“%2”。</translation>
    </message>
    <message>
        <source>%1 characters have no room on the path; lengthen it or shorten the text.</source>
        <translation>%1 个字符在路径上放不下；加长路径或缩短文字。</translation>
    </message>
    <message>
        <source>Even at the smallest size of %1 points, %2 % of its own, the text does not fit its box; enlarge the box or shorten the text.</source>
        <translation>即使缩到最小的 %1 点（原字号的 %2 %），文字仍放不进文本框；放大文本框或缩短文字。</translation>
    </message>
    <message>
        <source>One character has no room on the path; lengthen it or shorten the text.</source>
        <translation>有一个字符在路径上放不下；加长路径或缩短文字。</translation>
    </message>
    <message>
        <source>One character is from the font “%1”.</source>
        <translation>有一个字符用的是字体“%1”。</translation>
    </message>
    <message>
        <source>Several layers are called “%1”: the column fills the first of them. The next one stays as it is, unless a column is chosen for “%2”.</source>
        <translation>有多个图层名为“%1”：这一列只填写其中第一个。第二个保持原样，除非为“%2”另选一列。</translation>
    </message>
    <message>
        <source>The font &quot;%1&quot; has no %2, and no installed font has all of them.</source>
        <translation>字体“%1”没有 %2，已安装的字体也没有一个全都有。</translation>
    </message>
    <message>
        <source>The font &quot;%1&quot; has no %2, nor has any other installed font.</source>
        <translation>字体“%1”没有 %2，其他已安装的字体也没有。</translation>
    </message>
    <message>
        <source>The font &quot;%1&quot; has no %2; it is in: %3.</source>
        <translation>字体“%1”没有 %2；有它的字体：%3。</translation>
    </message>
    <message>
        <source>{} of {} rows have errors; nothing was written.</source>
        <translation>共 {1} 行，其中 {0} 行有错误；没有写入任何文件。</translation>
    </message>
    <message>
        <source>{}: tensor &quot;{}&quot; has values of more than 65504, which this graphics card does not multiply in 16 bits. Use --precision f32.</source>
        <translation>{}：张量“{}”中有大于 65504 的数值，这块显卡无法以 16 位相乘。请使用 --precision f32。</translation>
    </message>
    <message>
        <source>A watermark is {} to 1 times as high as the shorter side, not {}.</source>
        <translation>水印的高度只能是短边的 {} 到 1 倍，不能是 {}。</translation>
    </message>
    <message>
        <source>An ink limit is 1 to {} percent, or 0 for none, not {}.</source>
        <translation>总墨量上限只能是 1 到 {}%（0 表示不限），不能是 {}。</translation>
    </message>
    <message>
        <source>The name of {} is not UTF-8; give the file another name.</source>
        <translation>{} 的文件名不是 UTF-8；给文件改个名字。</translation>
    </message>
    <message>
        <source>The opacity of a watermark is 0 to 1, not {}.</source>
        <translation>水印的不透明度只能在 0 到 1 之间，不能是 {}。</translation>
    </message>
    <message>
        <source>{} has no rows but the one that names its columns.</source>
        <translation>{} 除了写列名的那一行，没有别的行。</translation>
    </message>
    <message>
        <source>Name the file that the model is to be written to, for example model.gguf.</source>
        <translation>说出模型要写到哪个文件，例如 model.gguf。</translation>
    </message>
    <message>
        <source>“%1” is not drawn: its frame has no width or no height. Make it larger.</source>
        <translation>“%1”没有画出来：它的框没有宽度或没有高度。把框拉大。</translation>
    </message>
</context>
</TS>
