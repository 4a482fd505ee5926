<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>cli</name>
    <message>
        <source> (exists, left as it is)</source>
        <translation>（已存在，保持不变）</translation>
    </message>
    <message>
        <source> (replaces the file there)</source>
        <translation>（替换已有文件）</translation>
    </message>
    <message>
        <source>{} files, about {} of {} free.</source>
        <translation>{} 个文件，约需 {}，可用空间 {}。</translation>
    </message>
    <message>
        <source>{} done, {} skipped, {} failed, {} not reached.</source>
        <translation>完成 {}，跳过 {}，失败 {}，未处理 {}。</translation>
    </message>
    <message>
        <source>One or more presets: screen-png, social-jpeg, print-pdf-x4, …, or JSON files</source>
        <translation>一个或多个预设：screen-png、social-jpeg、print-pdf-x4 等，或 JSON 文件</translation>
    </message>
    <message>
        <source>Folder and names: out/{doc}-{w}x{h}.{fmt}</source>
        <translation>文件夹与文件名：out/{doc}-{w}x{h}.{fmt}</translation>
    </message>
    <message>
        <source>unique (name_1), skip, overwrite or overwrite-if-older</source>
        <translation>unique（另存为 name_1）、skip（跳过）、overwrite（覆盖）或 overwrite-if-older（较旧才覆盖）</translation>
    </message>
    <message>
        <source>How many at a time; all cores otherwise</source>
        <translation>同时处理几个；默认用满所有核心</translation>
    </message>
    <message>
        <source>Name of the report in the target folder, without ending</source>
        <translation>目标文件夹中报告的文件名，不带扩展名</translation>
    </message>
    <message>
        <source>Write no report</source>
        <translation>不写报告</translation>
    </message>
    <message>
        <source>Names that Windows takes, too</source>
        <translation>文件名也适用于 Windows</translation>
    </message>
    <message>
        <source>Only print every name</source>
        <translation>只列出所有文件名</translation>
    </message>
    <message>
        <source>The commands as completions of a shell, or for the man page</source>
        <translation>以 shell 补全或手册页的形式输出所有命令</translation>
    </message>
    <message>
        <source>{} free of {}</source>
        <translation>空闲 {} / 共 {}</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>List what can compute here: the names that --device takes</source>
        <translation>列出本机可用的计算设备，即 --device 接受的名称</translation>
    </message>
    <message>
        <source>programs</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>计算进程</translation>
    </message>
    <message>
        <source>library</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>See what the worker said: {}</source>
        <translation>查看计算进程的日志：{}</translation>
    </message>
    <message>
        <source>haibao-cli {}, its files are in {}</source>
        <translation>haibao-cli {}，文件位于 {}</translation>
    </message>
    <message>
        <source>Install Haibao again: sudo apt install --reinstall haibao</source>
        <translation>重新安装 Haibao：sudo apt install --reinstall haibao</translation>
    </message>
    <message>
        <source>{} is set to {}</source>
        <translation>{} 被设为 {}</translation>
    </message>
    <message>
        <source>It replaces what is installed. Unset it unless you mean that.</source>
        <translation>它会取代已安装的内容；若非有意，取消这个变量。</translation>
    </message>
    <message>
        <source>input method {}</source>
        <translation>输入法 {}</translation>
    </message>
    <message>
        <source>Qt has no plug-in for the input method {}</source>
        <translation>Qt 缺少输入法 {} 的插件</translation>
    </message>
    <message>
        <source>Chinese cannot be typed in the window: sudo apt install fcitx5-frontend-qt6</source>
        <translation>窗口里无法输入中文：sudo apt install fcitx5-frontend-qt6</translation>
    </message>
    <message>
        <source>Install its front end for Qt 6, or choose another input method.</source>
        <translation>安装它的 Qt 6 前端，或换一个输入法。</translation>
    </message>
    <message>
        <source>Nothing can be written to {}</source>
        <translation>无法写入 {}</translation>
    </message>
    <message>
        <source>Haibao keeps its things there: make it writable (chmod u+w), or choose another folder.</source>
        <translation>Haibao 的数据存放在那里：给它写权限（chmod u+w），或换一个文件夹。</translation>
    </message>
    <message>
        <source>{} free</source>
        <translation>可用 {}</translation>
    </message>
    <message>
        <source>Make space on this disk: a poster for print takes up to 100 MB.</source>
        <translation>清理磁盘空间：一张印刷用海报最多需要 100 MB。</translation>
    </message>
    <message>
        <source>Space is getting scarce on this disk.</source>
        <translation>磁盘空间快不够了。</translation>
    </message>
    <message>
        <source>The settings cannot be read: {}</source>
        <translation>无法读取设置：{}</translation>
    </message>
    <message>
        <source>Move the file away; Haibao starts with its usual settings then.</source>
        <translation>把这个文件移走，Haibao 会以默认设置启动。</translation>
    </message>
    <message>
        <source>Mend the preset or move it away; docs/export.md lists its fields.</source>
        <translation>修正这个预设或把它移走；各字段见 docs/export.md。</translation>
    </message>
    <message>
        <source>{} presets of your own</source>
        <translation>自定义预设 {} 个</translation>
    </message>
    <message>
        <source>simplified Chinese</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>traditional Chinese</source>
        <translation>繁体中文</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>拉丁文</translation>
    </message>
    <message>
        <source>emoji</source>
        <translation>表情符号</translation>
    </message>
    <message>
        <source>No installed font covers {}</source>
        <translation>没有已安装的字体支持{}</translation>
    </message>
    <message>
        <source>Words of this language are not hyphenated ({})</source>
        <translation>这种语言不会断字（{}）</translation>
    </message>
    <message>
        <source>{} CMYK profiles</source>
        <translation>CMYK 色彩配置文件 {} 个</translation>
    </message>
    <message>
        <source>No CMYK profile is installed: posters cannot be exported for the press</source>
        <translation>没有安装 CMYK 色彩配置文件：无法导出印刷用海报</translation>
    </message>
    <message>
        <source>sudo apt install icc-profiles-free colord-data, or put the printing house&apos;s profile into ~/.local/share/icc.</source>
        <translation>sudo apt install icc-profiles-free colord-data，或把印刷厂的色彩配置文件放进 ~/.local/share/icc。</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>没有安装模型。</translation>
    </message>
    <message>
        <source>See what is wrong with it: {}</source>
        <translation>查看它出了什么问题：{}</translation>
    </message>
    <message>
        <source>in software, never chosen by itself</source>
        <translation>软件模拟，不会自动选用</translation>
    </message>
    <message>
        <source>it loaded the built-in model and read a picture: {} × {} tokens</source>
        <translation>已加载内置模型并读取了一张图：{} × {} 个词元</translation>
    </message>
    <message>
        <source>not made yet</source>
        <translation>尚未建立</translation>
    </message>
    <message>
        <source>There is no library in {}</source>
        <translation>{} 里没有图库</translation>
    </message>
    <message>
        <source>Make one: {}</source>
        <translation>新建一个：{}</translation>
    </message>
    <message>
        <source>Close Haibao and mend it: {}</source>
        <translation>关闭 Haibao，然后修复：{}</translation>
    </message>
    <message>
        <source>Open it with the newer Haibao.</source>
        <translation>用更新版本的 Haibao 打开。</translation>
    </message>
    <message>
        <source>{} pictures</source>
        <translation>{} 张图</translation>
    </message>
    <message>
        <source>Look whether everything works here: fonts, devices, models, the library, disk space</source>
        <translation>检查一切是否正常：字体、设备、模型、图库、磁盘空间</translation>
    </message>
    <message>
        <source>Problems found: {}</source>
        <translation>发现 {} 个问题</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Lines with a dot are advice.</source>
        <translation>带圆点的行是建议。</translation>
    </message>
    <message>
        <source>More than four times as large: it will look soft up close. Painting it larger, or a drawn scene, is sharper.</source>
        <translation>放大超过四倍，近看会发虚。直接生成更大的图，或用绘制的场景，会更清晰。</translation>
    </message>
    <message>
        <source>Make a picture large enough for print</source>
        <translation>把图片放大到可以印刷</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>A paper with its resolution (A3@300, 210x297mm@300), or pixels (4096x5792)</source>
        <translation>纸张与分辨率（A3@300、210x297mm@300），或像素（4096x5792）</translation>
    </message>
    <message>
        <source>The file to write: .png, .jpg, .webp, .avif or .tiff; without it NAME-WxH.png beside the picture</source>
        <translation>输出文件：.png、.jpg、.webp、.avif 或 .tiff；不给时在原图旁写 NAME-WxH.png</translation>
    </message>
    <message>
        <source>Cover the whole size and cut off what stands over; otherwise the whole picture fits inside</source>
        <translation>铺满整个尺寸并裁掉超出部分；否则整张图都放进去</translation>
    </message>
    <message>
        <source>Replace the file; otherwise NAME_1 is written</source>
        <translation>覆盖已有文件；否则写成 NAME_1</translation>
    </message>
    <message>
        <source>Export many pictures and posters at once</source>
        <translation>一次导出多张图片和海报</translation>
    </message>
    <message>
        <source>Pictures, .haibao files, or folders of them</source>
        <translation>图片、.haibao 文件，或装有它们的文件夹</translation>
    </message>
    <message>
        <source>Use only these font files instead of all installed fonts</source>
        <translation>只用这些字体文件，不用系统已安装的字体</translation>
    </message>
    <message>
        <source>Print the presets that there are</source>
        <translation>列出所有预设</translation>
    </message>
    <message>
        <source>Pictures found in the folder and taken up: {}</source>
        <translation>在文件夹中发现并收录的图：{}</translation>
    </message>
    <message>
        <source>Pictures found again: {}</source>
        <translation>重新找到的图：{}</translation>
    </message>
    <message>
        <source>Pictures that lost their files and are kept as missing (is:missing): {}</source>
        <translation>文件已丢失、标记为缺失的图（is:missing）：{}</translation>
    </message>
    <message>
        <source>Numbers of pictures, as gallery search prints them</source>
        <translation>图的编号，gallery search 会列出</translation>
    </message>
    <message>
        <source>Or: all pictures that this search finds</source>
        <translation>或者：搜索到的所有图</translation>
    </message>
    <message>
        <source>The library of everything made: find, sort, import, see where a picture came from</source>
        <translation>收藏一切作品的图库：查找、整理、导入、查看来历</translation>
    </message>
    <message>
        <source>A search: words and &quot;quoted phrases&quot; that must all be there, and
  tag:summer  star:&gt;=4  label:red  text:中秋 (on the picture)  colour:red|#c8442f  similar:ID
  after:2026-03  before:7d  on:yesterday  size:&gt;=1024x768|portrait  model:glm  device:cuda  seed:7
  album:&quot;Best of&quot;  from:comfyui  is:trashed|missing|untagged  a OR b  -not  sort:newest|oldest|stars|largest

  haibao-cli gallery search &apos;中秋 colour:red star:&gt;=3&apos;
  haibao-cli gallery tag --query &apos;after:today is:untagged&apos; --add festival</source>
        <translation>搜索：必须全部出现的词和 &quot;带引号的短语&quot;，以及
  tag:summer  star:&gt;=4  label:red  text:中秋（图上的文字）  colour:red|#c8442f  similar:ID
  after:2026-03  before:7d  on:yesterday  size:&gt;=1024x768|portrait  model:glm  device:cuda  seed:7
  album:&quot;精选&quot;  from:comfyui  is:trashed|missing|untagged  a OR b  -not  sort:newest|oldest|stars|largest

  haibao-cli gallery search &apos;中秋 colour:red star:&gt;=3&apos;
  haibao-cli gallery tag --query &apos;after:today is:untagged&apos; --add 节日</translation>
    </message>
    <message>
        <source>Albums: pictures put together by hand, or saved searches</source>
        <translation>相册：手工归在一起的图，或保存的搜索</translation>
    </message>
    <message>
        <source>The album&apos;s name</source>
        <translation>相册名</translation>
    </message>
    <message>
        <source>All albums with how many pictures they hold</source>
        <translation>所有相册及其中图的数量</translation>
    </message>
    <message>
        <source>Make an album</source>
        <translation>新建相册</translation>
    </message>
    <message>
        <source>Make it a saved search: it holds whatever this finds</source>
        <translation>建成智能相册：搜索到什么就收什么</translation>
    </message>
    <message>
        <source>Put pictures into an album</source>
        <translation>把图放进相册</translation>
    </message>
    <message>
        <source>Take pictures out of an album</source>
        <translation>把图移出相册</translation>
    </message>
    <message>
        <source>Delete an album; its pictures stay</source>
        <translation>删除相册，图仍保留</translation>
    </message>
    <message>
        <source>pictures changed: {}</source>
        <translation>已修改 {} 张图</translation>
    </message>
    <message>
        <source>pictures deleted for good: {}</source>
        <translation>已彻底删除 {} 张图</translation>
    </message>
    <message>
        <source>Add and remove tags; without either it lists them</source>
        <translation>添加和移除标签；都不给时列出所有标签</translation>
    </message>
    <message>
        <source>A tag to add; again for more</source>
        <translation>要添加的标签，可重复</translation>
    </message>
    <message>
        <source>A tag to remove; again for more</source>
        <translation>要移除的标签，可重复</translation>
    </message>
    <message>
        <source>Give pictures 0 to 5 stars</source>
        <translation>给图打 0 到 5 星</translation>
    </message>
    <message>
        <source>0 to 5</source>
        <translation>0 到 5</translation>
    </message>
    <message>
        <source>Give pictures a colour label</source>
        <translation>给图加色标</translation>
    </message>
    <message>
        <source>red, orange, yellow, green, blue, purple, grey or none</source>
        <translation>red（红）、orange（橙）、yellow（黄）、green（绿）、blue（蓝）、purple（紫）、grey（灰）或 none（无）</translation>
    </message>
    <message>
        <source>Write a note to a picture; an empty one removes it</source>
        <translation>给图写备注；留空则删除备注</translation>
    </message>
    <message>
        <source>The picture&apos;s number</source>
        <translation>图的编号</translation>
    </message>
    <message>
        <source>The note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Move pictures to the trash, or empty it</source>
        <translation>把图移到回收站，或清空回收站</translation>
    </message>
    <message>
        <source>Delete everything in the trash for good</source>
        <translation>彻底删除回收站里的所有内容</translation>
    </message>
    <message>
        <source>Bring pictures back from the trash</source>
        <translation>从回收站恢复图</translation>
    </message>
    <message>
        <source>The library could not note the exports: {}</source>
        <translation>图库没能记录这次导出：{}</translation>
    </message>
    <message>
        <source>Export pictures of the library: everything that a search finds, or by id</source>
        <translation>导出图库里的图：搜索到的全部，或按编号</translation>
    </message>
    <message>
        <source>A search, as for `gallery search`</source>
        <translation>搜索，写法同 `gallery search`</translation>
    </message>
    <message>
        <source>Or: numbers of pictures</source>
        <translation>或者：图的编号</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>imported: {}, there already: {}, found again: {}, skipped: {}</source>
        <translation>导入 {}，已有 {}，重新找到 {}，跳过 {}</translation>
    </message>
    <message>
        <source>taken out of the trash: {}</source>
        <translation>从回收站取回 {}</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>pictures: {}, missing: {}, damaged: {}, changed outside: {}</source>
        <translation>图 {}，缺失 {}，损坏 {}，被外部改动 {}</translation>
    </message>
    <message>
        <source>haibao-cli gallery check --repair saves what can be saved.</source>
        <translation>haibao-cli gallery check --repair 会抢救能救回的内容。</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>made: {}, there already: {}, failed: {}</source>
        <translation>生成 {}，已有 {}，失败 {}</translation>
    </message>
    <message>
        <source>On stderr: bar, plain, json (one event per line) or none</source>
        <translation>在 stderr 显示进度：bar（进度条）、plain（文本行）、json（每行一个事件）或 none（不显示）</translation>
    </message>
    <message>
        <source>0 = all cores</source>
        <translation>0 = 所有核心</translation>
    </message>
    <message>
        <source>A tag for every picture; again for more</source>
        <translation>给每张图加的标签，可重复</translation>
    </message>
    <message>
        <source>Make a library, or take up a folder of pictures that lost its database</source>
        <translation>新建图库，或接管一个丢了数据库的图片文件夹</translation>
    </message>
    <message>
        <source>Copy picture files into the library</source>
        <translation>把图片文件复制进图库</translation>
    </message>
    <message>
        <source>PNG, JPEG, WebP, AVIF or TIFF</source>
        <translation>PNG、JPEG、WebP、AVIF 或 TIFF</translation>
    </message>
    <message>
        <source>Take in folders of pictures made elsewhere, with their prompts and settings (A1111, ComfyUI, InvokeAI, Fooocus, SwarmUI)</source>
        <translation>导入其他软件生成的图片文件夹，连同提示词和参数（A1111、ComfyUI、InvokeAI、Fooocus、SwarmUI）</translation>
    </message>
    <message>
        <source>Folders, with all folders in them, or files</source>
        <translation>文件夹（含所有子文件夹）或文件</translation>
    </message>
    <message>
        <source>Leave the files where they are instead of copying them</source>
        <translation>文件留在原处，不复制</translation>
    </message>
    <message>
        <source>Look for missing and damaged files and for damage of the database</source>
        <translation>检查缺失和损坏的文件，以及数据库是否损坏</translation>
    </message>
    <message>
        <source>Read every file and compare it with its hash</source>
        <translation>读取每个文件并核对哈希值</translation>
    </message>
    <message>
        <source>Mend a damaged database; close other programs that use it first</source>
        <translation>修复损坏的数据库；先关闭正在使用它的其他程序</translation>
    </message>
    <message>
        <source>Make the thumbnails that are missing</source>
        <translation>补齐缺少的缩略图</translation>
    </message>
    <message>
        <source>Longest side in pixels</source>
        <translation>长边的像素数</translation>
    </message>
    <message>
        <source>(missing)</source>
        <translation>（缺失）</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>{} of {}; --limit 0 shows all</source>
        <translation>显示 {} / {}；--limit 0 显示全部</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>(linked)</source>
        <translation>（链接）</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Not wanted</source>
        <translation>不要的内容</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>星级</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>色标</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>相册</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>in the trash; gallery restore brings it back</source>
        <translation>在回收站里；gallery restore 可以恢复</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>由这些做成</translation>
    </message>
    <message>
        <source>a picture that is not in the library</source>
        <translation>一张不在图库里的图</translation>
    </message>
    <message>
        <source>Made of it</source>
        <translation>由它做成</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>海报</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Find pictures; see haibao-cli gallery --help for the words</source>
        <translation>查找图；搜索词见 haibao-cli gallery --help</translation>
    </message>
    <message>
        <source>The pictures, the newest first</source>
        <translation>列出图，最新的在前</translation>
    </message>
    <message>
        <source>What to look for; quote it for the shell</source>
        <translation>要找什么；在 shell 里用引号括起来</translation>
    </message>
    <message>
        <source>How many at most; 0 = all</source>
        <translation>最多几张；0 = 全部</translation>
    </message>
    <message>
        <source>newest, oldest, stars, largest, smallest</source>
        <translation>newest（最新）、oldest（最旧）、stars（星级）、largest（最大）、smallest（最小）</translation>
    </message>
    <message>
        <source>Print only the numbers</source>
        <translation>只列出编号</translation>
    </message>
    <message>
        <source>Print only how many there are</source>
        <translation>只显示数量</translation>
    </message>
    <message>
        <source>Print how the database looks for it</source>
        <translation>显示数据库怎样查找</translation>
    </message>
    <message>
        <source>Everything about one picture</source>
        <translation>一张图的全部信息</translation>
    </message>
    <message>
        <source>What a picture was made from and what was made of it</source>
        <translation>一张图由什么做成，又做成了什么</translation>
    </message>
    <message>
        <source>The picture is kept as it is.</source>
        <translation>图保持原样。</translation>
    </message>
    <message>
        <source>Picture {}: its texts are not right; painting again with seed {}</source>
        <translation>第 {} 张：文字不对，用种子 {} 重新绘制</translation>
    </message>
    <message>
        <source>The picture is written without them.</source>
        <translation>写出的图不含这些文字。</translation>
    </message>
    <message>
        <source>The picture is busy everywhere; look at the texts, or try another seed.</source>
        <translation>画面各处都很满；检查一下文字，或换个种子。</translation>
    </message>
    <message>
        <source>The trace could not be written to its end; is the disk full?</source>
        <translation>跟踪记录没能写完；磁盘满了吗？</translation>
    </message>
    <message>
        <source>Cancelling… (Ctrl-C again ends at once)</source>
        <translation>正在取消…（再按一次 Ctrl-C 立即结束）</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>File, folder or template of names (see below); - is stdout. Existing files are kept: name_1.png, …</source>
        <translation>文件、文件夹或文件名模板（见下）；- 为标准输出。已有文件不会被覆盖：name_1.png 等</translation>
    </message>
    <message>
        <source>Keep the pictures in this library, with their visual tokens; without a folder in your own. With --out also as files</source>
        <translation>把图连同视觉词元存进这个图库；不给文件夹时存进自己的图库。同时给 --out 则也写成文件</translation>
    </message>
    <message>
        <source>Read the painted texts and compare them with the prompt&apos;s: report what is wrong, replace it by live text, or retry:N with other seeds and keep the best</source>
        <translation>读取画出的文字并与提示词比对：report（报告错误）、replace（换成实时文字），或 retry:N（换种子重试 N 次，保留最好的）</translation>
    </message>
    <message>
        <source>Replace existing files instead</source>
        <translation>覆盖已有文件</translation>
    </message>
    <message>
        <source>A look inside</source>
        <translation>观察内部</translation>
    </message>
    <message>
        <source>Record what the engine does in this file, for haibao-inspector</source>
        <translation>把引擎的工作过程记录到这个文件，供 haibao-inspector 查看</translation>
    </message>
    <message>
        <source>Let haibao-inspector look on while it works</source>
        <translation>允许 haibao-inspector 在运行时观察</translation>
    </message>
    <message>
        <source>Paint pictures from a prompt</source>
        <translation>按提示词生成图</translation>
    </message>
    <message>
        <source>A template may use {prompt:40} {title} {seed} {n:000} {total} {size} {w} {h} {model} {date:yyyyMMdd} {time:HHmmss}
with |lower |upper |slug |ascii |trim:20 |default:x, and / for folders: --out &quot;{date}/{title|default:poster}-{n:00}&quot;.

With live text (--text layers) a poster is written twice: as NAME.png, and as NAME.haibao with layers to work on.
Every picture carries its prompt and settings: see haibao-cli show FILE and --from FILE.
Ctrl-C cancels and leaves no unfinished file; finished ones stay.</source>
        <translation>模板可用 {prompt:40} {title} {seed} {n:000} {total} {size} {w} {h} {model} {date:yyyyMMdd} {time:HHmmss}，
配合 |lower |upper |slug |ascii |trim:20 |default:x，用 / 分文件夹：--out &quot;{date}/{title|default:poster}-{n:00}&quot;。

使用实时文字（--text layers）时，海报会写两份：NAME.png，以及可继续编辑图层的 NAME.haibao。
每张图都带有提示词和参数：见 haibao-cli show FILE 和 --from FILE。
Ctrl-C 会取消且不留半成品文件；已完成的保留。</translation>
    </message>
    <message>
        <source>What to paint</source>
        <translation>画什么</translation>
    </message>
    <message>
        <source>How to paint</source>
        <translation>怎么画</translation>
    </message>
    <message>
        <source>Where to paint</source>
        <translation>在哪里画</translation>
    </message>
    <message>
        <source>What the poster shows: TEXT, @FILE (UTF-8) or - for stdin; quoted parts become titles</source>
        <translation>海报的内容：文字、@文件（UTF-8）或 -（标准输入）；引号里的部分成为标题</translation>
    </message>
    <message>
        <source>Source picture for image-to-image; again for more. Transparent parts count as white</source>
        <translation>图生图的参考图，可重复。透明部分视为白色</translation>
    </message>
    <message>
        <source>Repaint a region of the first --image: white is made anew, black and transparent stay. Of the picture&apos;s size</source>
        <translation>重绘第一张 --image 的局部：白色部分重画，黑色和透明部分保留。与图等大</translation>
    </message>
    <message>
        <source>Pixels around the mask over which old and new blend; 32 by default</source>
        <translation>蒙版边缘新旧融合的像素宽度，默认 32</translation>
    </message>
    <message>
        <source>The quoted texts: paint (by the model), layers (live text; kept from the model), both, none. The model decides by default</source>
        <translation>引号里的文字：paint（由模型画）、layers（作为实时文字，不交给模型）、both（两者）、none（都不）。默认由模型决定</translation>
    </message>
    <message>
        <source>Repeat the picture in this PNG; other options change what they name</source>
        <translation>重现这个 PNG 里的图；其他选项改变相应参数</translation>
    </message>
    <message>
        <source>Pixels, e.g. 768x1344: each side a multiple of 32 from 256 to 2048</source>
        <translation>像素，如 768x1344：每边为 32 的倍数，256 到 2048</translation>
    </message>
    <message>
        <source>Painting steps, 1 to 200: more are more careful and slower</source>
        <translation>绘制步数，1 到 200：越多越精细也越慢</translation>
    </message>
    <message>
        <source>How closely to follow the prompt; 1 or less is twice as fast</source>
        <translation>引导强度，即多紧密地遵循提示词；不超过 1 时快一倍</translation>
    </message>
    <message>
        <source>Same seed and settings, same picture; picture k gets seed + k. Random by default</source>
        <translation>种子和参数相同，图就相同；第 k 张用种子 + k。默认随机</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>图的数量</translation>
    </message>
    <message>
        <source>Freedom in composing; 0 = always the likeliest</source>
        <translation>构图的自由度；0 = 总取最可能的</translation>
    </message>
    <message>
        <source>Share of likely ways that composing chooses from, to 1</source>
        <translation>构图时候选的概率范围，最大为 1</translation>
    </message>
    <message>
        <source>builtin, the name of an installed model, or the path of a checkpoint&apos;s folder or GGUF file</source>
        <translation>builtin（内置）、已安装模型的名称，或模型文件夹、GGUF 文件的路径</translation>
    </message>
    <message>
        <source>auto, cpu, vulkan0, cuda0, …: see haibao-cli devices</source>
        <translation>auto、cpu、vulkan0、cuda0 等：见 haibao-cli devices</translation>
    </message>
    <message>
        <source>CPU threads; 0 = all cores</source>
        <translation>CPU 线程数；0 = 所有核心</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>REQUIRED</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>Excludes</source>
        <translation>不能同时用</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>[Exactly 1 of the following options is required]</source>
        <translation>[以下选项必须且只能给一个]</translation>
    </message>
    <message>
        <source>Subcommands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>The library&apos;s folder; by default $HAIBAO_LIBRARY, else Haibao in your pictures folder</source>
        <translation>图库文件夹；默认为 $HAIBAO_LIBRARY，否则为“图片”文件夹里的 Haibao</translation>
    </message>
    <message>
        <source>Print one JSON object to stdout instead of text</source>
        <translation>向标准输出打印一个 JSON 对象，不打印文字</translation>
    </message>
    <message>
        <source>Print the version</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>Print this help; every command has its own: haibao-cli generate --help</source>
        <translation>显示本帮助；每个命令都有自己的帮助：haibao-cli generate --help</translation>
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
        <translation>示例：
  haibao-cli generate --prompt &quot;夏日音乐节海报，海浪与夕阳，标题“海风”&quot; --size 768x1344
  haibao-cli generate --prompt @prompt.txt --count 4 --seed 7 --out &quot;posters/{prompt:20|slug}-{n:00}.png&quot;
  haibao-cli show poster.png
  haibao-cli generate --from poster.png --steps 50

退出状态：0 完成，1 失败，2 用法错误，3 部分完成，4 检查发现问题，
5 计算进程或设备崩溃，6 无法写入，130 已取消。
一切都在本机运行，不会向外发送任何内容。</translation>
    </message>
    <message>
        <source>Haibao makes posters on your own machine: this is the program without a window.</source>
        <translation>Haibao 在你自己的电脑上制作海报：这是没有窗口的命令行程序。</translation>
    </message>
    <message>
        <source>haibao-cli --help shows how to use it.</source>
        <translation>用法见 haibao-cli --help。</translation>
    </message>
    <message>
        <source>row {}</source>
        <translation>第 {} 行</translation>
    </message>
    <message>
        <source>the whole table</source>
        <translation>整个表格</translation>
    </message>
    <message>
        <source>… {} more; --json or --report lists them</source>
        <translation>…另有 {} 项；--json 或 --report 会全部列出</translation>
    </message>
    <message>
        <source>Columns that fill nothing: {}</source>
        <translation>没有用到的表格列：{}</translation>
    </message>
    <message>
        <source>Checking row</source>
        <translation>正在检查行</translation>
    </message>
    <message>
        <source>{} rows, {} with errors, {} skipped</source>
        <translation>{} 行，{} 行有错误，跳过 {} 行</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing was written. --only-valid leaves the rows with errors out.</source>
        <translation>没有写入任何内容。--only-valid 会略过有错误的行。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>row {}: {}</source>
        <translation>第 {} 行：{}</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>What fills what</source>
        <translation>填充对应关系</translation>
    </message>
    <message>
        <source>UTF-8, GB18030, Big5, Shift_JIS, UTF-16LE…; found out by default</source>
        <translation>UTF-8、GB18030、Big5、Shift_JIS、UTF-16LE 等；默认自动识别</translation>
    </message>
    <message>
        <source>The sign between cells, or tab; found out by default</source>
        <translation>单元格的分隔符，或 tab；默认自动识别</translation>
    </message>
    <message>
        <source>The first row is data; columns are called 1, 2, 3…</source>
        <translation>第一行就是数据；各列名为 1、2、3…</translation>
    </message>
    <message>
        <source>LAYER=COLUMN; with text:, picture:, colour: or visible: before the layer; prompt=COLUMN, seed=COLUMN. Again for more</source>
        <translation>图层=表格列；图层前可加 text:、picture:、colour: 或 visible:；还有 prompt=列、seed=列。可重复</translation>
    </message>
    <message>
        <source>Fill no layer only because it is called like a column</source>
        <translation>不因图层与表格列同名而自动填充</translation>
    </message>
    <message>
        <source>What an empty cell means: keep, clear or skip the row; LAYER=skip for one</source>
        <translation>空单元格怎么办：keep（保留原内容）、clear（清空）或 skip（跳过该行）；只对一个图层用 图层=skip</translation>
    </message>
    <message>
        <source>The folder that pictures in the table are in; by default the table&apos;s own</source>
        <translation>表格里图片所在的文件夹，默认与表格相同</translation>
    </message>
    <message>
        <source>Fill a poster with each row of a table: one file a row, or one PDF of many pages</source>
        <translation>用表格的每一行填充海报：每行一个文件，或合成一个多页 PDF</translation>
    </message>
    <message>
        <source>A .haibao file, or a poster&apos;s JSON</source>
        <translation>.haibao 文件，或海报的 JSON</translation>
    </message>
    <message>
        <source>A CSV or TSV file whose first row names the columns</source>
        <translation>首行为列名的 CSV 或 TSV 文件</translation>
    </message>
    <message>
        <source>Folder or template of names, e.g. &quot;out/{col:名称}-{row:000}.png&quot;</source>
        <translation>文件夹或文件名模板，如 &quot;out/{col:名称}-{row:000}.png&quot;</translation>
    </message>
    <message>
        <source>Instead: all rows as the pages of this PDF</source>
        <translation>改为：所有行作为这个 PDF 的各页</translation>
    </message>
    <message>
        <source>fail, overwrite, or unique (NAME_1)</source>
        <translation>fail（报错）、overwrite（覆盖）或 unique（另存为 NAME_1）</translation>
    </message>
    <message>
        <source>Only look for problems; writes nothing. Status 4 when there are any</source>
        <translation>只检查问题，不写文件；有问题时状态为 4</translation>
    </message>
    <message>
        <source>Export the rows without errors and leave the others out</source>
        <translation>导出没有错误的行，略过其余</translation>
    </message>
    <message>
        <source>NAME.csv and NAME.json, what became of each row; by default merge-report beside the files</source>
        <translation>NAME.csv 和 NAME.json，记录每行的结果；默认为文件旁的 merge-report</translation>
    </message>
    <message>
        <source>Files made at once; 0 = one per core</source>
        <translation>同时生成几个文件；0 = 每个核心一个</translation>
    </message>
    <message>
        <source>Every row is checked before anything is written: cells, fonts, text that does not fit, pictures, names.
A text layer may hold {{COLUMN}} among other words; a layer called like a column is filled by it.</source>
        <translation>写入前会检查每一行：单元格、字体、放不下的文字、图片、文件名。
文字图层里可以混用 {{COLUMN}}；与表格列同名的图层由该列填充。</translation>
    </message>
    <message>
        <source>Another program works through this library&apos;s queue; waiting until it has painted these rows.</source>
        <translation>另一个程序正在处理这个图库的队列，等它画完这些行。</translation>
    </message>
    <message>
        <source>Painting, where a prompt is mapped or given</source>
        <translation>绘制（指定了提示词或提示词列时）</translation>
    </message>
    <message>
        <source>Paint the ground of each poster from this prompt with {{COLUMN}} in it</source>
        <translation>按这个提示词绘制每张海报的背景，其中可含 {{COLUMN}}</translation>
    </message>
    <message>
        <source>builtin, the name of an installed model, or a checkpoint&apos;s folder</source>
        <translation>builtin（内置）、已安装模型的名称，或模型文件夹</translation>
    </message>
    <message>
        <source>Pixels, e.g. 768x1344; by default the page&apos;s shape</source>
        <translation>像素，如 768x1344；默认同页面比例</translation>
    </message>
    <message>
        <source>Painting steps, 1 to 200</source>
        <translation>绘制步数，1 到 200</translation>
    </message>
    <message>
        <source>Row n gets seed + n − 1, where no column says it; 1 by default</source>
        <translation>没有种子列时，第 n 行用种子 + n − 1；默认为 1</translation>
    </message>
    <message>
        <source>See haibao-cli devices</source>
        <translation>见 haibao-cli devices</translation>
    </message>
    <message>
        <source>The library whose queue and gallery are used</source>
        <translation>使用哪个图库及其队列</translation>
    </message>
    <message>
        <source>Of the painting, on stderr: bar, plain, json or none</source>
        <translation>在 stderr 显示绘制进度：bar、plain、json 或 none</translation>
    </message>
    <message>
        <source>Defaults: {}x{}, {} steps, guidance {}</source>
        <translation>默认值：{}x{}，{} 步，引导强度 {}</translation>
    </message>
    <message>
        <source>Memory for one picture of {}x{}:</source>
        <translation>生成一张 {}x{} 的图所需内存：</translation>
    </message>
    <message>
        <source>weights {}, working {}</source>
        <translation>权重 {}，运算 {}</translation>
    </message>
    <message>
        <source>No model is installed; name a checkpoint&apos;s folder with --model.</source>
        <translation>没有安装模型；用 --model 指定模型文件夹。</translation>
    </message>
    <message>
        <source>This model lists no words: write what you like.</source>
        <translation>这个模型没有词表：想写什么就写什么。</translation>
    </message>
    <message>
        <source>Reading the weights</source>
        <translation>正在读取权重</translation>
    </message>
    <message>
        <source>The model is sound.</source>
        <translation>模型完好。</translation>
    </message>
    <message>
        <source>List models, look into one, check one, make one smaller</source>
        <translation>列出、查看、检查模型，或把模型变小</translation>
    </message>
    <message>
        <source>The built-in model and the installed ones</source>
        <translation>内置模型和已安装的模型</translation>
    </message>
    <message>
        <source>What the folder holds, what is missing, how much memory each stage needs</source>
        <translation>文件夹里有什么、缺什么、每个阶段需要多少内存</translation>
    </message>
    <message>
        <source>Of the picture that memory is reckoned for</source>
        <translation>按多大的图估算内存</translation>
    </message>
    <message>
        <source>Only the words that the model was taught, one per line</source>
        <translation>只列出模型学过的词，每行一个</translation>
    </message>
    <message>
        <source>Read every weight: damaged files, impossible values, checksums</source>
        <translation>读取全部权重：查损坏的文件、不可能的数值、校验和</translation>
    </message>
    <message>
        <source>Converting</source>
        <translation>正在转换</translation>
    </message>
    <message>
        <source>Write a model as one GGUF file, its large matrices in fewer bits</source>
        <translation>把模型写成一个 GGUF 文件，大矩阵用更少的位数</translation>
    </message>
    <message>
        <source>The file to write; what was begun is gone on with</source>
        <translation>输出文件；未完成的会接着写</translation>
    </message>
    <message>
        <source>Q8_0 halves a bf16 model; mixed, Q4_K and Q4_0 quarter it, mixed with more bits where errors weigh most; Q6_K lies between; bf16 only packs</source>
        <translation>Q8_0 让 bf16 模型减半；mixed、Q4_K、Q4_0 减到约四分之一，mixed 在误差影响大的地方多留位数；Q6_K 居中；bf16 只打包</translation>
    </message>
    <message>
        <source>Writing random weights</source>
        <translation>正在写入随机权重</translation>
    </message>
    <message>
        <source>Write a checkpoint of random weights in the released layout: for measurements, it paints noise</source>
        <translation>按发布版的结构写一份随机权重：用于测量，画出来是噪声</translation>
    </message>
    <message>
        <source>Of the released width; 1 with --depth 1 is the full size, 36 GB</source>
        <translation>相对发布版的宽度；1 且 --depth 1 为完整大小，36 GB</translation>
    </message>
    <message>
        <source>Of the released number of layers</source>
        <translation>相对发布版的层数</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>fits barely</source>
        <translation>勉强放得下</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>{}x{}, {} steps, {}: {}</source>
        <translation>{}x{}，{} 步，{}：{}</translation>
    </message>
    <message>
        <source>At its peak {} (with the {} that the worker takes in any case); {} are free</source>
        <translation>峰值 {}（含计算进程固定占用的 {}）；可用 {}</translation>
    </message>
    <message>
        <source>Say what a picture will take before anything is loaded: memory, where, time, and whether it fits</source>
        <translation>在加载之前估算一张图的开销：内存、设备、时间、放不放得下</translation>
    </message>
    <message>
        <source>Pixels, e.g. 768x1344; the model&apos;s own by default</source>
        <translation>像素，如 768x1344；默认为模型自带的尺寸</translation>
    </message>
    <message>
        <source>Painting steps</source>
        <translation>绘制步数</translation>
    </message>
    <message>
        <source>Above 1 every step takes two passes</source>
        <translation>大于 1 时每步要算两遍</translation>
    </message>
    <message>
        <source>Number of reference pictures</source>
        <translation>参考图的数量</translation>
    </message>
    <message>
        <source>(hidden)</source>
        <translation>（隐藏）</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>The picture is busy everywhere; look at the texts.</source>
        <translation>画面各处都很满；检查一下文字。</translation>
    </message>
    <message>
        <source>Posters (.haibao) from and to JSON</source>
        <translation>海报（.haibao）与 JSON 互转</translation>
    </message>
    <message>
        <source>Make a poster from its JSON form (docs/document-format.md)</source>
        <translation>由 JSON 生成海报（docs/document-format.md）</translation>
    </message>
    <message>
        <source>The JSON; pictures are looked for beside it</source>
        <translation>JSON 文件；图片在它旁边查找</translation>
    </message>
    <message>
        <source>The poster, a .haibao file</source>
        <translation>海报，.haibao 文件</translation>
    </message>
    <message>
        <source>Put the quoted texts of a prompt on a picture as live text</source>
        <translation>把提示词引号里的文字作为实时文字放到图上</translation>
    </message>
    <message>
        <source>Words with the texts in quotes: 水墨，标题“山风”，日期“8月16日”</source>
        <translation>描述，文字放在引号里：水墨，标题“山风”，日期“8月16日”</translation>
    </message>
    <message>
        <source>Write a poster as JSON</source>
        <translation>把海报写成 JSON</translation>
    </message>
    <message>
        <source>The poster</source>
        <translation>海报</translation>
    </message>
    <message>
        <source>The JSON; without it, stdout</source>
        <translation>JSON 文件；不给则写到标准输出</translation>
    </message>
    <message>
        <source>Put the pictures as files into this folder, not into the JSON</source>
        <translation>图片作为文件放进这个文件夹，不放进 JSON</translation>
    </message>
    <message>
        <source>Show what is in a poster</source>
        <translation>显示海报的内容</translation>
    </message>
    <message>
        <source>Save what can be read of a damaged poster</source>
        <translation>抢救损坏海报中还能读出的内容</translation>
    </message>
    <message>
        <source>The damaged poster; it is not changed</source>
        <translation>损坏的海报，不会被改动</translation>
    </message>
    <message>
        <source>The new poster</source>
        <translation>新海报</translation>
    </message>
    <message>
        <source>Start from a preset: screen-png, social-jpeg, print-pdf-x4, …, or a JSON file</source>
        <translation>以预设为基础：screen-png、social-jpeg、print-pdf-x4 等，或 JSON 文件</translation>
    </message>
    <message>
        <source>Pixels: 1080x1350, 1080x or x1350</source>
        <translation>像素：1080x1350、1080x 或 x1350</translation>
    </message>
    <message>
        <source>Millimetres, or inches: 297x420, 8x10in; with --dpi (300)</source>
        <translation>毫米或英寸：297x420、8x10in；配合 --dpi（300）</translation>
    </message>
    <message>
        <source>Pixels of the longer side</source>
        <translation>长边的像素数</translation>
    </message>
    <message>
        <source>Of the original size</source>
        <translation>相对原尺寸的百分比</translation>
    </message>
    <message>
        <source>Resolution of the file</source>
        <translation>文件的分辨率</translation>
    </message>
    <message>
        <source>Into the size: fit, fill (cuts off) or stretch</source>
        <translation>怎样放进尺寸：fit（完整放入）、fill（铺满并裁切）或 stretch（拉伸）</translation>
    </message>
    <message>
        <source>Posters: with bleed: millimetres, or “document”</source>
        <translation>海报：带出血，毫米数，或 document（按文档）</translation>
    </message>
    <message>
        <source>Posters: with bleed and crop marks</source>
        <translation>海报：带出血和裁切标记</translation>
    </message>
    <message>
        <source>Posters: PDF/X-4 for print shops</source>
        <translation>海报：交给印刷厂的 PDF/X-4</translation>
    </message>
    <message>
        <source>Colours: srgb, display-p3, adobe-rgb, an installed profile such as FOGRA39L_coated, or a file</source>
        <translation>色彩：srgb、display-p3、adobe-rgb、已安装的色彩配置文件（如 FOGRA39L_coated），或文件</translation>
    </message>
    <message>
        <source>relative, perceptual, saturation or absolute</source>
        <translation>relative（相对）、perceptual（可感知）、saturation（饱和度）或 absolute（绝对）</translation>
    </message>
    <message>
        <source>Black point compensation: on or off</source>
        <translation>黑场补偿：on 或 off</translation>
    </message>
    <message>
        <source>CMYK; with FOGRA39L_coated unless --profile names another</source>
        <translation>CMYK；默认用 FOGRA39L_coated，可由 --profile 另行指定</translation>
    </message>
    <message>
        <source>Report pixels with more ink than this, percent</source>
        <translation>报告总墨量超过这个百分比的像素</translation>
    </message>
    <message>
        <source>1 to 100: JPEG, WebP, AVIF</source>
        <translation>1 到 100：JPEG、WebP、AVIF</translation>
    </message>
    <message>
        <source>The best quality whose file is no larger: 300k, 2M</source>
        <translation>在文件不超过此大小的前提下取最高质量：300k、2M</translation>
    </message>
    <message>
        <source>Per channel: 8 or 16; AVIF 8, 10 or 12</source>
        <translation>每通道位数：8 或 16；AVIF 为 8、10 或 12</translation>
    </message>
    <message>
        <source>444 (sharp coloured text) or 420 (smaller)</source>
        <translation>444（彩色文字更清晰）或 420（文件更小）</translation>
    </message>
    <message>
        <source>TIFF: lzw, deflate or none</source>
        <translation>TIFF：lzw、deflate 或 none（不压缩）</translation>
    </message>
    <message>
        <source>WebP, AVIF</source>
        <translation>WebP、AVIF</translation>
    </message>
    <message>
        <source>JPEG</source>
        <translation>JPEG</translation>
    </message>
    <message>
        <source>Colour behind transparent pixels where the format has none: #ffffff</source>
        <translation>格式不支持透明时垫在下面的颜色：#ffffff</translation>
    </message>
    <message>
        <source>full, no-prompts (authorship only) or none</source>
        <translation>full（全部）、no-prompts（只留署名）或 none（不写）</translation>
    </message>
    <message>
        <source>A text, or @FILE for a picture</source>
        <translation>文字，或 @图片文件</translation>
    </message>
    <message>
        <source>bottom-right, centre, top, …, or tile</source>
        <translation>bottom-right（右下）、centre（居中）、top（上）等，或 tile（平铺）</translation>
    </message>
    <message>
        <source>Height as a part of the shorter side: 0.04</source>
        <translation>高度占短边的比例：0.04</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 到 1</translation>
    </message>
    <message>
        <source>Resize in linear light</source>
        <translation>在线性光空间缩放</translation>
    </message>
    <message>
        <source>Never larger than the original</source>
        <translation>不放大，至多原尺寸</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Reading the source pictures</source>
        <translation>正在读取参考图</translation>
    </message>
    <message>
        <source>Composing</source>
        <translation>构图</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>收尾</translation>
    </message>
    <message>
        <source>picture {}/{}</source>
        <translation>第 {}/{} 张</translation>
    </message>
    <message>
        <source>time left {}</source>
        <translation>剩余 {}</translation>
    </message>
    <message>
        <source>this stage {}</source>
        <translation>本阶段 {}</translation>
    </message>
    <message>
        <source>There are no texts, and none were asked for.</source>
        <translation>没有文字，也没有要求文字。</translation>
    </message>
    <message>
        <source>Read the texts of a picture or poster and compare them with what was asked for</source>
        <translation>读取图片或海报上的文字，与要求的内容比对</translation>
    </message>
    <message>
        <source>A picture, or a poster (.haibao or JSON)</source>
        <translation>图片，或海报（.haibao 或 JSON）</translation>
    </message>
    <message>
        <source>A text that the picture should show, instead of what its record says; again for more</source>
        <translation>图上应有的文字，代替图自带的记录；可重复</translation>
    </message>
    <message>
        <source>Each text is right, wrong (other characters are shown), missing, extra (nobody asked for it) or not judged (too small to be
read with certainty). Live text of a poster is not read: it is wrong where it is clipped, covered, off the page, without
contrast, or stands on another text. Ends with status 4 when something is wrong.</source>
        <translation>每段文字的结果为正确、错误（显示了别的字）、缺失、多余（没有要求）或未判定（太小，无法可靠识别）。
海报的实时文字不做识别：被裁掉、被遮住、超出页面、缺少对比或压在别的文字上时算错误。
有错误时以状态 4 结束。</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>quarantined</source>
        <translation>已隔离</translation>
    </message>
    <message>
        <source>The queue is paused.</source>
        <translation>队列已暂停。</translation>
    </message>
    <message>
        <source>The queue is empty.</source>
        <translation>队列是空的。</translation>
    </message>
    <message>
        <source>picture {} = gallery {}</source>
        <translation>第 {} 张 = 图库编号 {}</translation>
    </message>
    <message>
        <source>attempts: {}</source>
        <translation>尝试次数：{}</translation>
    </message>
    <message>
        <source>The queue goes on.</source>
        <translation>队列继续运行。</translation>
    </message>
    <message>
        <source>Numbers of jobs, see queue list</source>
        <translation>任务编号，见 queue list</translation>
    </message>
    <message>
        <source>The jobs that wait, run or need a look</source>
        <translation>等待中、进行中或需要留意的任务</translation>
    </message>
    <message>
        <source>Also those that are done or cancelled</source>
        <translation>也列出已完成和已取消的</translation>
    </message>
    <message>
        <source>One job: its request, its pictures, why it failed</source>
        <translation>一项任务：它的请求、图、失败原因</translation>
    </message>
    <message>
        <source>Put a job at the end; it takes what generate takes. Prints its number</source>
        <translation>在队尾加一项任务，选项与 generate 相同；显示其编号</translation>
    </message>
    <message>
        <source>What the job is for, shown in lists</source>
        <translation>任务的用途，显示在列表里</translation>
    </message>
    <message>
        <source>At the front instead</source>
        <translation>放到队首</translation>
    </message>
    <message>
        <source>Set aside until queue resume JOB</source>
        <translation>先搁置，直到 queue resume JOB</translation>
    </message>
    <message>
        <source>The same jobs again, at the end</source>
        <translation>把同样的任务再排到队尾</translation>
    </message>
    <message>
        <source>Pause the queue, or only the jobs named</source>
        <translation>暂停队列，或只暂停指定的任务</translation>
    </message>
    <message>
        <source>Go on with the queue, or with the jobs named</source>
        <translation>继续队列，或继续指定的任务</translation>
    </message>
    <message>
        <source>Cancel jobs; a running one stops within a layer</source>
        <translation>取消任务；正在进行的会在一层之内停下</translation>
    </message>
    <message>
        <source>Try again what failed, was cancelled or is quarantined</source>
        <translation>重试失败、已取消或已隔离的任务</translation>
    </message>
    <message>
        <source>Change the order</source>
        <translation>改变顺序</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>移到哪里</translation>
    </message>
    <message>
        <source>To the front</source>
        <translation>移到队首</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>移到队尾</translation>
    </message>
    <message>
        <source>Before its predecessor</source>
        <translation>前移一位</translation>
    </message>
    <message>
        <source>Behind its successor</source>
        <translation>后移一位</translation>
    </message>
    <message>
        <source>Before that job</source>
        <translation>移到该任务之前</translation>
    </message>
    <message>
        <source>Forget jobs that are over; their pictures stay in the gallery</source>
        <translation>清除已结束的任务；图仍留在图库</translation>
    </message>
    <message>
        <source>All that are done or cancelled</source>
        <translation>所有已完成或已取消的</translation>
    </message>
    <message>
        <source>Jobs that wait in the library, survive anything and go on where they were</source>
        <translation>图库里排队的任务：断电、重启都不丢，从中断处继续</translation>
    </message>
    <message>
        <source>Work through the queue; the pictures go into the gallery</source>
        <translation>处理队列，图存进图库</translation>
    </message>
    <message>
        <source>Stay when the queue is empty and take what comes</source>
        <translation>队列空了也不退出，继续接新任务</translation>
    </message>
    <message>
        <source>Ctrl-C stops: the job at work waits at its place and goes on from its last step that was kept.
One process works through a library&apos;s queue; any other may add, cancel, pause and watch meanwhile.</source>
        <translation>Ctrl-C 停止：进行中的任务留在原位，下次从最后保存的一步继续。
一个图库的队列只由一个进程处理；其他进程可同时添加、取消、暂停和查看。</translation>
    </message>
    <message>
        <source>Waiting for jobs…</source>
        <translation>等待任务…</translation>
    </message>
    <message>
        <source>Stopping… (Ctrl-C again ends at once)</source>
        <translation>正在停止…（再按一次 Ctrl-C 立即结束）</translation>
    </message>
    <message>
        <source>Job {}</source>
        <translation>任务 {}</translation>
    </message>
    <message>
        <source>The queue is paused; haibao-cli queue resume lets it go on.</source>
        <translation>队列已暂停；haibao-cli queue resume 可继续。</translation>
    </message>
    <message>
        <source>done: {}, failed: {}, pictures: {}</source>
        <translation>完成 {}，失败 {}，图 {} 张</translation>
    </message>
    <message>
        <source>Painted texts that were not proof-read: {}. haibao-cli proof reads them, --require-proof refuses when they are wrong.</source>
        <translation>未校对的绘制文字：{} 段。haibao-cli proof 可以校对，--require-proof 会在有错时拒绝导出。</translation>
    </message>
    <message>
        <source>Make a picture or a PDF of a poster</source>
        <translation>把海报导出为图片或 PDF</translation>
    </message>
    <message>
        <source>The file to write: .png, .jpg, .webp, .avif, .tiff or .pdf</source>
        <translation>输出文件：.png、.jpg、.webp、.avif、.tiff 或 .pdf</translation>
    </message>
    <message>
        <source>End with status 4 when there is something to look at (missing characters, low resolution, …)</source>
        <translation>有需要留意的问题（缺字、分辨率低等）时以状态 4 结束</translation>
    </message>
    <message>
        <source>Proof-read all texts first; end with status 4, and write nothing, when one is wrong</source>
        <translation>先校对所有文字；有错则以状态 4 结束，不写文件</translation>
    </message>
    <message>
        <source>Procedural backgrounds, painted without a model</source>
        <translation>程序绘制的背景，不需要模型</translation>
    </message>
    <message>
        <source>Everything a scene can show, and in which ways</source>
        <translation>场景能画的一切及其画法</translation>
    </message>
    <message>
        <source>Paint a scene into a PNG</source>
        <translation>把场景画成 PNG</translation>
    </message>
    <message>
        <source>Main subject first, e.g. mountains@left sun@right; ids: scene list</source>
        <translation>主体在前，如 mountains@left sun@right；可用的名称见 scene list</translation>
    </message>
    <message>
        <source>Where the ground is kept calm for a title</source>
        <translation>背景在哪里留白放标题</translation>
    </message>
    <message>
        <source>A sensible random scene: all, landscapes, abstracts or objects</source>
        <translation>合理的随机场景：all（全部）、landscapes（风景）、abstracts（抽象）或 objects（物件）</translation>
    </message>
    <message>
        <source>A scene as JSON, or @FILE with it</source>
        <translation>JSON 形式的场景，或含它的 @文件</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>The PNG</source>
        <translation>输出的 PNG</translation>
    </message>
    <message>
        <source>Replace an existing file</source>
        <translation>覆盖已有文件</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>引导强度</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>参考图</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>制作软件</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>The file is cut off: its end is missing.</source>
        <translation>文件不完整：结尾缺失。</translation>
    </message>
    <message>
        <source>Print how a picture was made: prompt, seed, size, model, …</source>
        <translation>显示一张图是怎样生成的：提示词、种子、尺寸、模型等</translation>
    </message>
    <message>
        <source>A PNG made by Haibao, or by another program that writes `parameters`</source>
        <translation>Haibao 生成的 PNG，或其他会写 `parameters` 的软件生成的</translation>
    </message>
    <message>
        <source>Look inside typesetting: where lines may break, where characters stand</source>
        <translation>查看排版细节：哪里可以换行，字符在什么位置</translation>
    </message>
    <message>
        <source>Positions (code points) before which a line may begin, by strictness</source>
        <translation>各级避头尾规则下可以换行的位置（按码位计）</translation>
    </message>
    <message>
        <source>JSON lines {&quot;id&quot;,&quot;text&quot;,&quot;lang&quot;}; default: standard input</source>
        <translation>JSON 行 {&quot;id&quot;,&quot;text&quot;,&quot;lang&quot;}；默认为标准输入</translation>
    </message>
    <message>
        <source>Lines and the box of every character of a text in the document&apos;s JSON form, in px</source>
        <translation>文档 JSON 形式的文字的各行及每个字符的方框，单位 px</translation>
    </message>
    <message>
        <source>A text layer in JSON; - is standard input</source>
        <translation>JSON 形式的文字图层；- 为标准输入</translation>
    </message>
    <message>
        <source>Use these font files only, not the system&apos;s</source>
        <translation>只用这些字体文件，不用系统的</translation>
    </message>
    <message>
        <source>Only this one, for example servers on other machines: rpc:HOST:PORT[,HOST:PORT]</source>
        <translation>只看这一个，例如其他机器上的服务器：rpc:主机:端口[,主机:端口]</translation>
    </message>
    <message>
        <source>By a model</source>
        <translation>用模型</translation>
    </message>
    <message>
        <source>How far the model may go from the picture, to 1: 0.2 sharpens, 0.5 invents detail</source>
        <translation>模型可偏离原图的程度，最大 1：0.2 锐化，0.5 补出细节</translation>
    </message>
    <message>
        <source>Painting steps of a whole picture, of which only the last ones are taken</source>
        <translation>整张图的绘制步数，只走其中最后几步</translation>
    </message>
    <message>
        <source>Same seed and settings, same picture</source>
        <translation>种子和参数相同，图就相同</translation>
    </message>
    <message>
        <source>What the picture shows; by default what its record says</source>
        <translation>图的内容；默认为图自带记录所说的</translation>
    </message>
    <message>
        <source>Side of the tiles in pixels: 256, 512, 768, … 2048</source>
        <translation>分块的边长（像素）：256、512、768…2048</translation>
    </message>
    <message>
        <source>Lanczos works row by row: memory for the picture and a few rows. A model works tile by tile, and what is stopped goes on
with the next tile. Live text and scene layers of posters are drawn at any size anyhow and need none of this.</source>
        <translation>Lanczos 逐行处理，内存只需容纳原图和若干行。模型逐块处理，停止后从下一块继续。
海报里的实时文字和场景图层本来就能以任意尺寸绘制，不需要放大。</translation>
    </message>
    <message>
        <source>The model&apos;s weights and all that is computed go to these machines, unencrypted and without a password. Use servers only within a network that you trust: whoever reaches their port can run code there.</source>
        <translation>模型权重和所有计算内容都会发往这些机器，不加密也没有密码。只在可信的网络里使用服务器：能连到其端口的人都能在那里运行代码。</translation>
    </message>
    <message>
        <source>auto, cpu, vulkan0, cuda0, … (see haibao-cli devices), or other machines: rpc:HOST:PORT[,HOST:PORT]</source>
        <translation>auto、cpu、vulkan0、cuda0 等（见 haibao-cli devices），或其他机器：rpc:主机:端口[,主机:端口]</translation>
    </message>
    <message>
        <source>Proof-read each row&apos;s texts, live and painted: report what is wrong, replace wrong painted words by live text, or retry:N other seeds</source>
        <translation>校对每行的文字，包括实时和画出的：report（报告错误）、replace（把画错的换成实时文字），或 retry:N（换种子重试）</translation>
    </message>
    <message>
        <source>Write no row whose texts are not right; status 4 when there is one</source>
        <translation>文字有错的行不写出；有这样的行时状态为 4</translation>
    </message>
    <message>
        <source>To be made: a folder, or a file that ends in .gguf</source>
        <translation>要新建的文件夹，或以 .gguf 结尾的文件</translation>
    </message>
    <message>
        <source>Of a GGUF file&apos;s large matrices</source>
        <translation>GGUF 文件中大矩阵的类型</translation>
    </message>
    <message>
        <source>slow: weights are read from the disk again and again</source>
        <translation>慢：权重要反复从磁盘读取</translation>
    </message>
    <message>
        <source>How long it takes is known after the first picture with this model on this device; --calibrate makes a small one.</source>
        <translation>用这个模型在这个设备上画完第一张后，才知道要多久；--calibrate 会先画一张小图。</translation>
    </message>
    <message>
        <source>Measure the time: makes a picture of 256x256 in one step first</source>
        <translation>测量用时：先用一步画一张 256x256 的图</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>{} wrong of {}</source>
        <translation>{1} 段中错 {0} 段</translation>
    </message>
    <message>
        <source>texts of picture {} (gallery {}): {}</source>
        <translation>第 {} 张（图库编号 {}）的文字：{}</translation>
    </message>
    <message>
        <source>with live text: {}</source>
        <translation>实时文字版：{}</translation>
    </message>
    <message>
        <source>Read the painted texts when it is done: report what is wrong, replace it by live text, or retry:N with other seeds and know the best</source>
        <translation>完成后读取画出的文字：report（报告错误）、replace（换成实时文字），或 retry:N（换种子重试并选出最好的）</translation>
    </message>
    <message>
        <source>On another device, for example cpu where a graphics card failed</source>
        <translation>换个设备，例如显卡出错时用 cpu</translation>
    </message>
    <message>
        <source>In another size, for example a smaller one where memory ran out</source>
        <translation>换个尺寸，例如内存不足时用小一点的</translation>
    </message>
    <message>
        <source>reading its texts</source>
        <translation>正在读取文字</translation>
    </message>
    <message>
        <source>is {}</source>
        <translation>即 {}</translation>
    </message>
    <message>
        <source>Rows with texts that are not right: {}. The report says which.</source>
        <translation>有 {} 行的文字不对，详见报告。</translation>
    </message>
    <message>
        <source>rows {}</source>
        <translation>第 {} 行</translation>
    </message>
    <message>
        <source>There is no SHA256SUMS in its folder to compare with, so only impossible values were looked for.</source>
        <translation>文件夹里没有可比对的 SHA256SUMS，因此只检查了有无不可能的数值。</translation>
    </message>
    <message>
        <source>Replace an existing file; without it that is an error (status 6)</source>
        <translation>覆盖已有文件；否则报错（状态 6）</translation>
    </message>
    <message>
        <source>lanczos, or model: a model refines what Lanczos made. By default Lanczos for the built-in model, which does no better, and the model for any other</source>
        <translation>lanczos 或 model：model 让模型细化 Lanczos 的结果。内置模型默认用 Lanczos（它做得不更好），其他模型默认用 model</translation>
    </message>
    <message>
        <source>Try backends, too, that hung when they were last tried</source>
        <translation>上次试用时没有响应的后端也再试一次</translation>
    </message>
    <message>
        <source>Enlarge as this PNG was enlarged by a model: size, strength, seed and so on; other options change what they name</source>
        <translation>照这张 PNG 当初用模型放大的方式放大：尺寸、强度、种子等；另给的选项只改它们所指的</translation>
    </message>
    <message>
        <source>How far the region may go from the picture: 1 makes it anew (by default), 0.3 only refines what is there</source>
        <translation>区域可以偏离原图多远：1 是重新绘制（默认），0.3 只细化已有的内容</translation>
    </message>
    <message>
        <source>exact, balanced or fast: how many of many painting steps are reckoned from the ones before instead of computed</source>
        <translation>exact、balanced 或 fast：步数较多时，有多少步由前面的步推算而不逐步计算</translation>
    </message>
    <message>
        <source>fast (16-bit products where there are any), int8 (8-bit ones where there are any: quicker and coarser) or f32</source>
        <translation>fast（有 16 位乘法就用）、int8（有 8 位乘法就用：更快，更粗）或 f32</translation>
    </message>
    <message>
        <source>exact, balanced or fast, as --speed of haibao-cli generate</source>
        <translation>exact、balanced 或 fast，同 haibao-cli generate 的 --speed</translation>
    </message>
    <message>
        <source>slow: computed in smaller parts</source>
        <translation>慢：分成小块计算</translation>
    </message>
    <message>
        <source>very slow: memory is swapped to the disk</source>
        <translation>很慢：内存要换到磁盘</translation>
    </message>
    <message>
        <source>Loading the model takes {} more</source>
        <translation>装入模型另需 {}</translation>
    </message>
    <message>
        <source>{} of swap space are free beside that</source>
        <translation>另有 {} 交换空间可用</translation>
    </message>
    <message>
        <source>The field {} is unknown and has no effect.</source>
        <translation>字段 {} 无法识别，不起作用。</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Repainted</source>
        <translation>重绘</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Enlarged from</source>
        <translation>放大自</translation>
    </message>
    <message>
        <source>haibao-cli enlarge makes a picture larger.</source>
        <translation>haibao-cli enlarge 可以放大图片。</translation>
    </message>
    <message>
        <source>{}: covered by {} of the installed font families</source>
        <translation>{}：已装字体中有 {} 个字族覆盖</translation>
    </message>
    <message>
        <source>{}, {}×{}, {:.0f} dpi, {} times as large</source>
        <translation>{}，{}×{}，{:.0f} dpi，放大到 {} 倍</translation>
    </message>
    <message>
        <source>{} M parameters</source>
        <translation>{} M 参数</translation>
    </message>
    <message>
        <source>slow: layers are sent to the device again and again</source>
        <translation>慢：各层要反复送到设备</translation>
    </message>
    <message>
        <source>slow: streams {} of {} layers to the device</source>
        <translation>慢：有 {} 层（共 {} 层）要反复送到设备</translation>
    </message>
    <message>
        <source>at least {}</source>
        <translation>至少 {}</translation>
    </message>
    <message>
        <source>feather {}, strength {}, SHA-256 {}</source>
        <translation>羽化 {}，强度 {}，SHA-256 {}</translation>
    </message>
    <message>
        <source>{}x{}, {} ({}), strength {}, steps {}, seed {}</source>
        <translation>{}x{}，{}（{}），强度 {}，步数 {}，种子 {}</translation>
    </message>
    <message>
        <source>{} is made for about {}×{} pixels; at {}×{} it may paint hardly more than a plain ground.</source>
        <translation>{} 适合约 {}×{} 像素；在 {}×{} 下可能只画出近乎纯色的底。</translation>
    </message>
    <message>
        <source>{} {} is not understood: write {}.{}, with a point.</source>
        <translation>{} {} 无法识别：请写成 {}.{}，用小数点。</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副标题</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>painted by the model</source>
        <translation>由模型画</translation>
    </message>
    <message>
        <source>live text</source>
        <translation>实时文字</translation>
    </message>
    <message>
        <source>painted and live text</source>
        <translation>画出的文字和实时文字</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Nothing was written. Run again with --too-long shrink to set the texts that do not fit smaller, or with --too-long skip to leave their rows out.</source>
        <translation>没有写入任何文件。加上 --too-long shrink 再运行，放不下的文字会缩小；加上 --too-long skip 则略过这些行。</translation>
    </message>
    <message>
        <source>Nothing was written. Run again with --too-long shrink to set the texts that do not fit smaller; --only-valid leaves the rows with errors out.</source>
        <translation>没有写入任何文件。加上 --too-long shrink 再运行，放不下的文字会缩小；--only-valid 则略过有错误的行。</translation>
    </message>
    <message>
        <source>Texts too long for their boxes: stop before anything is written, shrink them, or skip their rows</source>
        <translation>文字超出文本框时：stop 在写入前停止，shrink 缩小文字，skip 略过这些行</translation>
    </message>
    <message>
        <source>{} does not know {}; it paints what it knows: {}…</source>
        <translation>{}不认得{}；它只画它认得的：{}……</translation>
    </message>
    <message>
        <source>{} of {} rows that were read have all their texts right.</source>
        <translation>读过的 {1} 行中，{0} 行的文字全部正确。</translation>
    </message>
    <message>
        <source>Every row is skipped, so nothing was written.</source>
        <translation>所有行都被跳过，因此没有写出任何文件。</translation>
    </message>
    <message>
        <source>The prompt has no text in quotes, so the poster has none.</source>
        <translation>提示词里没有带引号的文字，因此海报上没有文字。</translation>
    </message>
</context>
</TS>
