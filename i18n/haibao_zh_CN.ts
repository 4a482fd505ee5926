<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>haibao</name>
    <message>
        <source>Haibao runs already, but does not answer. Wait for its window, or end it, and start again.</source>
        <translation>Haibao 已在运行，但没有响应。等它的窗口恢复，或结束它后再启动。</translation>
    </message>
</context>
<context>
    <name>haibao::ui</name>
    <message>
        <source>Correct spelling</source>
        <translation>更正拼写</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>没有建议</translation>
    </message>
    <message>
        <source>Check the spelling of this text</source>
        <translation>检查这段文字的拼写</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ArrangeBar</name>
    <message>
        <source>Align left</source>
        <translation>左对齐</translation>
    </message>
    <message>
        <source>Align centre</source>
        <translation>水平居中</translation>
    </message>
    <message>
        <source>Align right</source>
        <translation>右对齐</translation>
    </message>
    <message>
        <source>Align top</source>
        <translation>顶部对齐</translation>
    </message>
    <message>
        <source>Align middle</source>
        <translation>垂直居中</translation>
    </message>
    <message>
        <source>Align bottom</source>
        <translation>底部对齐</translation>
    </message>
    <message>
        <source>Distribute horizontally</source>
        <translation>水平等距分布</translation>
    </message>
    <message>
        <source>Distribute vertically</source>
        <translation>垂直等距分布</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>编组</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>取消编组</translation>
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
        <translation>形状</translation>
    </message>
    <message>
        <source>Any shape</source>
        <translation>任意比例</translation>
    </message>
    <message>
        <source>As the picture</source>
        <translation>同原图</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>整张图</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Mark with a brush</source>
        <translation>用画笔涂抹</translation>
    </message>
    <message>
        <source>Mark by drawing round it</source>
        <translation>圈选</translation>
    </message>
    <message>
        <source>Take marks away (Alt)</source>
        <translation>擦除标记（Alt）</translation>
    </message>
    <message>
        <source>Breadth of the brush</source>
        <translation>画笔粗细</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Paint it anew</source>
        <translation>重绘</translation>
    </message>
    <message>
        <source>The model paints the marked part again, by the prompt; the rest stays (Enter)</source>
        <translation>模型按提示词重绘标记的部分，其余不变（Enter）</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>平直</translation>
    </message>
    <message>
        <source>Arc</source>
        <translation>拱形</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>旗形</translation>
    </message>
    <message>
        <source>Bulge</source>
        <translation>凸起</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>透视</translation>
    </message>
    <message>
        <source>Envelope</source>
        <translation>封套</translation>
    </message>
    <message>
        <source>Warp</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>haibao::ui::BatchPage</name>
    <message>
        <source>replaces a file</source>
        <translation>将替换文件</translation>
    </message>
    <message>
        <source>kept as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>not made</source>
        <translation>未生成</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>What</source>
        <translation>导出什么</translation>
    </message>
    <message>
        <source>Search the library, Enter takes all found</source>
        <translation>搜索图库，回车选取全部结果</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>搜索图库</translation>
    </message>
    <message>
        <source>Pictures and posters to export</source>
        <translation>要导出的图片和海报</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Pictures and posters</source>
        <translation>图片和海报</translation>
    </message>
    <message>
        <source>Posters and pictures (*.haibao *.png *.jpg *.jpeg *.webp);;All files (*)</source>
        <translation>海报和图片 (*.haibao *.png *.jpg *.jpeg *.webp);;所有文件 (*)</translation>
    </message>
    <message>
        <source>How</source>
        <translation>怎么导出</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Every marked preset makes a file of its own.</source>
        <translation>每个勾选的预设各生成一个文件。</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Names of the files</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>{doc} {title} {prompt:40} {n:000} {preset} {w} {h} {date:yyyyMMdd} {seed}; |lower |upper |slug |ascii |trim:20 |default:x; / makes folders</source>
        <translation>{doc} {title} {prompt:40} {n:000} {preset} {w} {h} {date:yyyyMMdd} {seed}；|lower |upper |slug |ascii |trim:20 |default:x；/ 分出文件夹</translation>
    </message>
    <message>
        <source>number names that exist</source>
        <translation>重名时加编号</translation>
    </message>
    <message>
        <source>leave files that exist</source>
        <translation>保留已有文件</translation>
    </message>
    <message>
        <source>replace files that exist</source>
        <translation>替换已有文件</translation>
    </message>
    <message>
        <source>replace older files</source>
        <translation>替换较旧的文件</translation>
    </message>
    <message>
        <source>Files that exist</source>
        <translation>已有的文件</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>To</source>
        <translation>导出为</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>存放文件的文件夹</translation>
    </message>
    <message>
        <source>Choose pictures or posters on the left; the gallery&apos;s Export brings a selection here.</source>
        <translation>在左侧选择图片或海报；图库的“导出”会把所选内容带到这里。</translation>
    </message>
    <message>
        <source>Mark at least one preset.</source>
        <translation>请至少勾选一个预设。</translation>
    </message>
    <message>
        <source>about %1, %2 free</source>
        <translation>约 %1，可用空间 %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) made</source>
        <translation>
            <numerusform>已生成 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept as they were</source>
        <translation>
            <numerusform>%n 个保持原样</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>The report could not be saved</source>
        <translation>无法保存报告</translation>
    </message>
    <message>
        <source>the same name as another</source>
        <translation>与另一个重名</translation>
    </message>
    <message>
        <source>Add the open posters</source>
        <translation>添加打开的海报</translation>
    </message>
</context>
<context>
    <name>haibao::ui::CanvasView</name>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Add vertical text</source>
        <translation>添加竖排文字</translation>
    </message>
    <message>
        <source>Add text</source>
        <translation>添加文字</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>海报</translation>
    </message>
    <message>
        <source>Add guide</source>
        <translation>添加参考线</translation>
    </message>
    <message>
        <source>Remove guide</source>
        <translation>删除参考线</translation>
    </message>
    <message>
        <source>Move guide</source>
        <translation>移动参考线</translation>
    </message>
    <message>
        <source>“%1” cannot be changed: its picture is missing or damaged.</source>
        <translation>无法修改“%1”：图片缺失或已损坏。</translation>
    </message>
    <message>
        <source>Click the text to bend.</source>
        <translation>点选要变形的文字。</translation>
    </message>
    <message>
        <source>Click the picture to crop.</source>
        <translation>点选要裁剪的图片。</translation>
    </message>
    <message>
        <source>Click the picture to repaint.</source>
        <translation>点选要重绘的图片。</translation>
    </message>
    <message>
        <source>Begin to warp</source>
        <translation>开始弯曲</translation>
    </message>
</context>
<context>
    <name>haibao::ui::Card</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
</context>
<context>
    <name>haibao::ui::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No command has “%1” in its name. Try another word, or a part of it.</source>
        <translation>没有名称含“%1”的命令。换个词，或只输入其中一部分。</translation>
    </message>
</context>
<context>
    <name>haibao::ui::CompareView</name>
    <message>
        <source>Compare two pictures</source>
        <translation>比较两张图</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>滑块对比</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>整图</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
        <translation>页面尺寸</translation>
    </message>
    <message>
        <source>Dropped. Edit → Bring back undoes it.</source>
        <translation>已丢弃。可用“编辑 → 找回”撤销。</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Results and queue</source>
        <translation>结果与队列</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Vertical text</source>
        <translation>竖排文字</translation>
    </message>
    <message>
        <source>Pick a colour</source>
        <translation>吸取颜色</translation>
    </message>
    <message>
        <source>Fit the page</source>
        <translation>适合页面</translation>
    </message>
    <message>
        <source>Margins and bleed</source>
        <translation>边距与出血</translation>
    </message>
    <message>
        <source>Kept by Haibao until you give it a name</source>
        <translation>命名之前由 Haibao 代为保存</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>The poster could not be opened</source>
        <translation>无法打开海报</translation>
    </message>
    <message>
        <source>Keep this poster?</source>
        <translation>保留这张海报吗？</translation>
    </message>
    <message>
        <source>It has no name yet. Save it, or throw it away?</source>
        <translation>它还没有名称。保存，还是丢弃？</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Saved; every change is saved as you make it.</source>
        <translation>已保存；每次修改都会随时保存。</translation>
    </message>
    <message>
        <source>Save the poster</source>
        <translation>保存海报</translation>
    </message>
    <message>
        <source>Posters (*.haibao)</source>
        <translation>海报 (*.haibao)</translation>
    </message>
    <message>
        <source>The poster could not be saved</source>
        <translation>无法保存海报</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.avif);;All files (*)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.avif);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 is not a picture that Haibao can show.</source>
        <translation>Haibao 无法显示图片 %1。</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 已经不在了。</translation>
    </message>
    <message>
        <source>paints %1 × %2</source>
        <translation>按 %1 × %2 绘制</translation>
    </message>
    <message>
        <source>Crop a picture</source>
        <translation>裁剪图片</translation>
    </message>
    <message>
        <source>Bend a text</source>
        <translation>文字变形</translation>
    </message>
    <message>
        <source>Repaint a region</source>
        <translation>重绘局部</translation>
    </message>
    <message>
        <source>Rulers</source>
        <translation>标尺</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>参考线</translation>
    </message>
    <message>
        <source>Snap to lines</source>
        <translation>吸附到线</translation>
    </message>
    <message>
        <source>Bar beside the text</source>
        <translation>文字旁的工具条</translation>
    </message>
    <message>
        <source>Rulers, guides, margins</source>
        <translation>标尺、参考线与边距</translation>
    </message>
    <message>
        <source>%1 is in the clipboard; with a text or shape selected it becomes its colour.</source>
        <translation>%1 已复制；选中文字或形状时会直接用作它的颜色。</translation>
    </message>
    <message>
        <source>The last changes are not saved</source>
        <translation>最近的修改没有保存</translation>
    </message>
    <message>
        <source>%1 is open in another tab. Close it first, or choose another name.</source>
        <translation>%1 已在另一个标签页打开。先关闭它，或换个名字。</translation>
    </message>
    <message>
        <source>The region could not be handed over: there is no room for temporary files.</source>
        <translation>无法提交这个区域：没有空间存放临时文件。</translation>
    </message>
    <message>
        <source>Repaint region</source>
        <translation>重绘局部</translation>
    </message>
    <message>
        <source>The picture could not be opened</source>
        <translation>图片打不开</translation>
    </message>
    <message>
        <source>Saving the poster…</source>
        <translation>正在保存海报…</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n 张图</numerusform>
        </translation>
    </message>
    <message>
        <source>The poster in front is still opening; try again in a moment.</source>
        <translation>当前的海报还在打开，稍后再试。</translation>
    </message>
    <message>
        <source>Open a poster first, or make a new one (Ctrl+N).</source>
        <translation>先打开一张海报，或新建一张（Ctrl+N）。</translation>
    </message>
    <message>
        <source>Opening “%1”…</source>
        <translation>正在打开“%1”…</translation>
    </message>
    <message>
        <source>The open poster has another size now: Edit → Undo takes it back, File → New poster begins another.</source>
        <translation>打开的海报已改为新的尺寸：可用“编辑 → 撤销”还原；要做另一张，请用“文件 → 新建海报”。</translation>
    </message>
</context>
<context>
    <name>haibao::ui::CropMode</name>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
</context>
<context>
    <name>haibao::ui::DetailsPanel</name>
    <message>
        <source>Tags, separated by commas</source>
        <translation>标签，用逗号分隔</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Open as poster</source>
        <translation>作为海报打开</translation>
    </message>
    <message>
        <source>Use prompt</source>
        <translation>使用提示词</translation>
    </message>
    <message>
        <source>Use seed</source>
        <translation>使用种子</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>查找相似</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Select a picture to see how it was made.</source>
        <translation>选中一张图片，看看它是怎么来的。</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>文件已经不在了。</translation>
    </message>
    <message>
        <source>%1 × %2 · %3</source>
        <translation>%1 × %2 · %3</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>A new poster with this picture as its ground and its words as live text (Enter)</source>
        <translation>以这张图为背景、其中文字为实时文字的新海报（Enter）</translation>
    </message>
    <message>
        <source>Make variations</source>
        <translation>生成变体</translation>
    </message>
    <message>
        <source>Four more with the same prompt and other seeds</source>
        <translation>用同样的提示词、不同的种子再生成四张</translation>
    </message>
    <message>
        <source>The same picture again</source>
        <translation>再来同一张图</translation>
    </message>
    <message>
        <source>Where it comes from and what was made of it (L)</source>
        <translation>来龙去脉：从哪来，做成了什么（L）</translation>
    </message>
    <message>
        <source>Lineage: from %1, to %2</source>
        <translation>来龙去脉：来源 %1，去向 %2</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>来龙去脉</translation>
    </message>
    <message>
        <source>The note was not saved: %1</source>
        <translation>备注没有保存：%1</translation>
    </message>
    <message>
        <source>The tags were not saved: %1</source>
        <translation>标签没有保存：%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) selected</source>
        <translation>
            <numerusform>已选 %Ln 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Add tags, separated by commas</source>
        <translation>添加标签，用逗号隔开</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Side by side (C)</source>
        <translation>并排比较（C）</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Bring back from the trash</source>
        <translation>从回收站找回</translation>
    </message>
</context>
<context>
    <name>haibao::ui::DevicesPage</name>
    <message>
        <source>A simulation of a graphics card in software: right, but slower than the processor itself.</source>
        <translation>软件模拟的显卡：结果正确，但比处理器本身更慢。</translation>
    </message>
    <message>
        <source>Works. Always there.</source>
        <translation>可用，随时都在。</translation>
    </message>
    <message>
        <source>Works.</source>
        <translation>可用。</translation>
    </message>
    <message>
        <source>%1 free of %2</source>
        <translation>可用 %1，共 %2</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新检测</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>正在检测设备…</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>使用它</translation>
    </message>
    <message>
        <source>How fast, the first picture will tell.</source>
        <translation>速度要等画完第一张才知道。</translation>
    </message>
    <message>
        <source>Ascend card</source>
        <translation>昇腾卡</translation>
    </message>
    <message>
        <source>Graphics card (%1)</source>
        <translation>显卡（%1）</translation>
    </message>
    <message>
        <source>Measured here: about %1 for a picture of %2 × %3 with %4.</source>
        <translation>本机实测：用 %4 画一张 %2 × %3 的图约 %1。</translation>
    </message>
    <message>
        <source>In use · recommended</source>
        <translation>使用中 · 推荐</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Other machines</source>
        <translation>其他机器</translation>
    </message>
    <message>
        <source>Plug-in %1</source>
        <translation>插件 %1</translation>
    </message>
    <message numerus="yes">
        <source>Trying it again. If it hangs, it is given up after %n second(s); you can go on working.</source>
        <translation>
            <numerusform>正在重试。没有反应的话，%n 秒后放弃；其间可以继续工作。</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>haibao::ui::EmptyState</name>
    <message>
        <source>Your pictures will be here</source>
        <translation>你的图会出现在这里</translation>
    </message>
    <message>
        <source>Everything that you generate is kept, with how it was made. Begin with an example, write a prompt of your own,
or bring in pictures from other programs with their prompts.</source>
        <translation>生成的一切连同做法都会留在这里。可以从示例开始，写自己的提示词，
或把其他软件的图连同提示词导入进来。</translation>
    </message>
    <message>
        <source>Open this example as a poster</source>
        <translation>把这个示例打开为海报</translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation>示例：%1</translation>
    </message>
    <message>
        <source>Write a prompt</source>
        <translation>写提示词</translation>
    </message>
    <message>
        <source>Import pictures…</source>
        <translation>导入图片…</translation>
    </message>
</context>
<context>
    <name>haibao::ui::EnlargeDialog</name>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>hardly more than sharpening</source>
        <translation>基本只是锐化</translation>
    </message>
    <message>
        <source>sharpens, redraws fine detail</source>
        <translation>锐化，并重画细节</translation>
    </message>
    <message>
        <source>invents detail</source>
        <translation>会凭空画出细节</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>放大</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n 张图</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图</translation>
    </message>
    <message>
        <source>A4 at 300 dpi</source>
        <translation>A4，300 dpi</translation>
    </message>
    <message>
        <source>A3 at 300 dpi</source>
        <translation>A3，300 dpi</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Lanczos (recommended)</source>
        <translation>Lanczos（推荐）</translation>
    </message>
    <message>
        <source>Comes nearest to the picture and takes seconds. It smooths the pixels that are there and adds no detail.</source>
        <translation>最接近原图，几秒完成。只把已有的像素变平滑，不增加细节。</translation>
    </message>
    <message>
        <source>Refined by a model</source>
        <translation>由模型细化</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>The built-in model makes edges crisper than they were, but comes less near to the picture than Lanczos.</source>
        <translation>内置模型让边缘更锐利，但不如 Lanczos 接近原图。</translation>
    </message>
    <message>
        <source>A model draws detail that was never there. Look at the result before it is printed.</source>
        <translation>模型会画出原来没有的细节。印刷前先看看结果。</translation>
    </message>
    <message>
        <source>Transparent parts become white.</source>
        <translation>透明部分变为白色。</translation>
    </message>
    <message>
        <source>%1 become %2.</source>
        <translation>%1，放大为 %2。</translation>
    </message>
    <message>
        <source>It has %1 already; this size needs no more.</source>
        <translation>它已有 %1，这个尺寸够用了。</translation>
    </message>
    <message>
        <source>More than %1 million pixels cannot be opened again.</source>
        <translation>超过 %1 百万像素的图无法再打开。</translation>
    </message>
    <message>
        <source>More than four times as many a side will look soft up close.</source>
        <translation>每边放大超过四倍，近看会发虚。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Waiting until the picture at work is painted…</source>
        <translation>正在等手头的图画完…</translation>
    </message>
    <message>
        <source>Enlarging…</source>
        <translation>正在放大…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Tile %1 of %2</source>
        <translation>第 %1 块，共 %2 块</translation>
    </message>
    <message>
        <source>Stopped. The finished tiles are kept for two weeks, and the same settings go on with the next one.</source>
        <translation>已停止。做好的块保留两周，用同样的设置会接着做下一块。</translation>
    </message>
    <message>
        <source>Twice as large (2×)</source>
        <translation>放大一倍（2×）</translation>
    </message>
    <message numerus="yes">
        <source>%n tile(s)</source>
        <translation>
            <numerusform>%n 块</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>how long it takes here is known when the first one is done</source>
        <translation>画完第一块才知道在这里要多久</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还需 %1</translation>
    </message>
    <message>
        <source>Each gets the pixels that this file takes, at most five times as many a side.</source>
        <translation>每张都补足此文件所需的像素，每边最多放大到五倍。</translation>
    </message>
</context>
<context>
    <name>haibao::ui::Errors</name>
    <message>
        <source>This cannot be done as it was asked for.</source>
        <translation>照这样的要求做不到。</translation>
    </message>
    <message>
        <source>Something that is needed is missing.</source>
        <translation>缺少所需的东西。</translation>
    </message>
    <message>
        <source>The file is damaged, or not what it should be.</source>
        <translation>文件已损坏，或不是所需的文件。</translation>
    </message>
    <message>
        <source>Haibao, or this device, cannot do that.</source>
        <translation>Haibao 或这台设备做不到这一点。</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>The device, or the program that works on it, has failed.</source>
        <translation>设备或在其上运行的程序出了故障。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>文件无法读取或写入。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Haibao has made a mistake.</source>
        <translation>Haibao 出了错。</translation>
    </message>
    <message>
        <source>%1 Details: %2</source>
        <translation>%1 详情：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of this poster are unknown to this Haibao: they are kept, but have no effect: %1</source>
        <translation>
            <numerusform>这张海报有 %n 个字段本版本不认识：会保留，但不起作用：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>With bleed</source>
        <translation>含出血</translation>
    </message>
    <message>
        <source>With bleed and crop marks</source>
        <translation>含出血和裁切标记</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>范围</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>as the preset says</source>
        <translation>按预设</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 毫米</translation>
    </message>
    <message>
        <source>PDF, %1; text stays text, it can be selected and searched.</source>
        <translation>PDF，%1；文字仍是文字，可选择、可搜索。</translation>
    </message>
    <message>
        <source>%1, %2 × %3 pixels</source>
        <translation>%1，%2 × %3 像素</translation>
    </message>
    <message>
        <source>Done: %1, %2</source>
        <translation>完成：%1，%2</translation>
    </message>
    <message>
        <source>The poster has another shape than the paper of %1 and is as large as fits on it.</source>
        <translation>海报的形状与 %1 的纸张不同，按放得下的最大尺寸印。</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ExportNotes</name>
    <message>
        <source>Check text…</source>
        <translation>校对文字…</translation>
    </message>
    <message>
        <source>The texts are being proof-read…</source>
        <translation>正在校对文字…</translation>
    </message>
    <message>
        <source>The texts are not proof-read: %1</source>
        <translation>文字未能校对：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) should be looked at before this goes out.</source>
        <translation>
            <numerusform>有 %n 处文字应先看一看再交付。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n painted text(s) are too small to be proof-read.</source>
        <translation>
            <numerusform>有 %n 处画上的文字太小，无法校对。</numerusform>
        </translation>
    </message>
    <message>
        <source>All texts are as they should be.</source>
        <translation>所有文字都没有问题。</translation>
    </message>
    <message>
        <source>“%1” has %2 dpi</source>
        <translation>“%1”为 %2 dpi</translation>
    </message>
    <message>
        <source>Print wants 150 dpi or more: %1.</source>
        <translation>印刷需要 150 dpi 以上：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Enlarge…</source>
        <translation>放大…</translation>
    </message>
    <message>
        <source>These pictures are as large as they can become.</source>
        <translation>这些图已经放到最大。</translation>
    </message>
    <message>
        <source>Give these pictures the pixels that this file wants (300 dpi in print), at most five times as many a side</source>
        <translation>给这些图补足此文件所需的像素（印刷 300 dpi），每边最多放大到五倍</translation>
    </message>
    <message>
        <source>“%1” is shown at %2 times its own size</source>
        <translation>“%1”放大到原尺寸的 %2 倍显示</translation>
    </message>
    <message>
        <source>This will look soft: %1.</source>
        <translation>这会显得模糊：%1。</translation>
    </message>
    <message>
        <source>Extend into the bleed</source>
        <translation>延伸到出血</translation>
    </message>
    <message>
        <source>Lets what ends at the page&apos;s edge reach beyond it; a picture is enlarged a little for it</source>
        <translation>让止于页边的内容延伸到页边之外；图片会为此略微放大</translation>
    </message>
</context>
<context>
    <name>haibao::ui::FontNames</name>
    <message>
        <source>Thin</source>
        <translation>极细</translation>
    </message>
    <message>
        <source>ExtraLight</source>
        <translation>特细</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>细体</translation>
    </message>
    <message>
        <source>DemiLight</source>
        <translation>次细</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>SemiBold</source>
        <translation>半粗</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>粗体</translation>
    </message>
    <message>
        <source>ExtraBold</source>
        <translation>特粗</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>超粗</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>斜体</translation>
    </message>
    <message>
        <source>Oblique</source>
        <translation>倾斜</translation>
    </message>
    <message>
        <source>Condensed</source>
        <translation>窄体</translation>
    </message>
</context>
<context>
    <name>haibao::ui::GalleryModel</name>
    <message>
        <source>Seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>文件缺失</translation>
    </message>
</context>
<context>
    <name>haibao::ui::GalleryPage</name>
    <message>
        <source>No picture matches “%1”.</source>
        <translation>没有图片符合“%1”。</translation>
    </message>
    <message>
        <source>Search: words, tag:… star:&gt;=4 before:2026-01-01 colour:red -without</source>
        <translation>搜索：文字、tag:… star:&gt;=4 before:2026-01-01 colour:red -排除</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>缩略图大小</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Open as poster</source>
        <translation>作为海报打开</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>星级</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>色标</translation>
    </message>
    <message>
        <source>Add to album</source>
        <translation>加入相册</translation>
    </message>
    <message>
        <source>New album…</source>
        <translation>新建相册…</translation>
    </message>
    <message>
        <source>New album</source>
        <translation>新建相册</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Bring back from the trash</source>
        <translation>从回收站找回</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>Folder with pictures to import</source>
        <translation>要导入的图片文件夹</translation>
    </message>
    <message>
        <source>Make variations</source>
        <translation>生成变体</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>来龙去脉</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>保存这个搜索</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) moved to the trash.</source>
        <translation>
            <numerusform>%n 张图已移到回收站。</numerusform>
        </translation>
    </message>
    <message>
        <source>Select one picture to make variations of.</source>
        <translation>选一张图来生成变体。</translation>
    </message>
    <message>
        <source>Select two pictures to compare.</source>
        <translation>选两张图来比较。</translation>
    </message>
    <message>
        <source>Select one picture to see where it comes from.</source>
        <translation>选一张图来看它的来龙去脉。</translation>
    </message>
    <message>
        <source>Check text…</source>
        <translation>校对文字…</translation>
    </message>
    <message>
        <source>Enlarge…</source>
        <translation>放大…</translation>
    </message>
    <message>
        <source>Select one picture to enlarge.</source>
        <translation>选择一张要放大的图。</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln picture(s) selected</source>
        <translation>
            <numerusform>已选 %L1 张，共 %Ln 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
</context>
<context>
    <name>haibao::ui::Handbook</name>
    <message>
        <source>Handbook</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>The handbook was not installed; in the source folder it is docs/handbook.</source>
        <translation>没有安装使用手册；源码目录中在 docs/handbook。</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n picture(s) imported</source>
        <translation>
            <numerusform>已导入 %n 张图片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were in the library already</source>
        <translation>
            <numerusform>%n 张已在图库中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lost file(s) found again</source>
        <translation>
            <numerusform>找回 %n 个丢失的文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped; the next import of this folder goes on from here.</source>
        <translation>已停止；下次导入此文件夹会从这里继续。</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>……还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Import pictures</source>
        <translation>导入图片</translation>
    </message>
    <message>
        <source>Copy into the library</source>
        <translation>复制到图库</translation>
    </message>
    <message>
        <source>Leave them where they are</source>
        <translation>保留在原处</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Tags for all</source>
        <translation>统一标签</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>%n files and folders</source>
        <translation>
            <numerusform>%n 个文件和文件夹</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, with all folders in it. Prompts of A1111, ComfyUI, InvokeAI, Fooocus and SwarmUI are read.</source>
        <translation>%1 及其中所有文件夹。能读取 A1111、ComfyUI、InvokeAI、Fooocus 和 SwarmUI 的提示词。</translation>
    </message>
    <message numerus="yes">
        <source>%n came back from the trash</source>
        <translation>
            <numerusform>%n 张从回收站里找回</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::LayerActions</name>
    <message>
        <source>Use template as background</source>
        <translation>把模板用作背景</translation>
    </message>
    <message>
        <source>Make poster</source>
        <translation>生成海报</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>编组</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>取消编组</translation>
    </message>
    <message>
        <source>Bring forward</source>
        <translation>上移一层</translation>
    </message>
    <message>
        <source>Send backward</source>
        <translation>下移一层</translation>
    </message>
    <message>
        <source>Bring to front</source>
        <translation>置于顶层</translation>
    </message>
    <message>
        <source>Send to back</source>
        <translation>置于底层</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Use picture as background</source>
        <translation>把图片用作背景</translation>
    </message>
    <message>
        <source>Add picture</source>
        <translation>添加图片</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Vertical text</source>
        <translation>竖排文字</translation>
    </message>
    <message>
        <source>Horizontal text</source>
        <translation>横排文字</translation>
    </message>
    <message>
        <source>Suit the text to the background</source>
        <translation>让文字适应背景</translation>
    </message>
</context>
<context>
    <name>haibao::ui::LayerClipboard</name>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
</context>
<context>
    <name>haibao::ui::LayersPanel</name>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>正片叠底</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>滤色</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>叠加</translation>
    </message>
    <message>
        <source>Darken</source>
        <translation>变暗</translation>
    </message>
    <message>
        <source>Lighten</source>
        <translation>变亮</translation>
    </message>
    <message>
        <source>Colour dodge</source>
        <translation>颜色减淡</translation>
    </message>
    <message>
        <source>Colour burn</source>
        <translation>颜色加深</translation>
    </message>
    <message>
        <source>Hard light</source>
        <translation>强光</translation>
    </message>
    <message>
        <source>Soft light</source>
        <translation>柔光</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Exclusion</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Blend mode</source>
        <translation>混合模式</translation>
    </message>
    <message>
        <source>Bring forward</source>
        <translation>上移一层</translation>
    </message>
    <message>
        <source>Send backward</source>
        <translation>下移一层</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>编组</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Hide layer</source>
        <translation>隐藏图层</translation>
    </message>
    <message>
        <source>Show layer</source>
        <translation>显示图层</translation>
    </message>
    <message>
        <source>Unlock layer</source>
        <translation>解锁图层</translation>
    </message>
    <message>
        <source>Lock layer</source>
        <translation>锁定图层</translation>
    </message>
    <message>
        <source>Rename layer</source>
        <translation>重命名图层</translation>
    </message>
    <message>
        <source>Reorder layers</source>
        <translation>调整图层顺序</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>取消编组</translation>
    </message>
</context>
<context>
    <name>haibao::ui::LibraryBanner</name>
    <message>
        <source>Your library is not in %1 any more; its disk may be unplugged. Nothing is painted until it is back: connect the disk, or open another library. The posters that are open are not touched.</source>
        <translation>图库已不在 %1，磁盘可能被拔下了。找回之前不会绘制：接上磁盘，或打开另一个图库。已打开的海报不受影响。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再找一次</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>打开另一个图库…</translation>
    </message>
    <message>
        <source>Folder of the library</source>
        <translation>图库文件夹</translation>
    </message>
    <message>
        <source>Still nothing in %1.</source>
        <translation>%1 里还是没有。</translation>
    </message>
    <message>
        <source>Make a new library here…</source>
        <translation>在此新建图库…</translation>
    </message>
    <message>
        <source>A new, empty library is made in %1, and what is painted from now on is kept there. The old one is not touched: where its disk is, nothing of it is changed or deleted.</source>
        <translation>将在 %1 新建一个空图库，此后画的图都存在那里。旧图库不受影响：它所在的磁盘上什么也不改，什么也不删。</translation>
    </message>
    <message>
        <source>Make a new library?</source>
        <translation>新建图库？</translation>
    </message>
    <message>
        <source>Make a new library</source>
        <translation>新建图库</translation>
    </message>
</context>
<context>
    <name>haibao::ui::LineageView</name>
    <message>
        <source>reference</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>variation</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Back to the pictures</source>
        <translation>回到图片</translation>
    </message>
    <message>
        <source>Where a picture comes from and what was made of it</source>
        <translation>一张图的来源与去向</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>在回收站</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>文件缺失</translation>
    </message>
    <message>
        <source>not in the library</source>
        <translation>不在图库里</translation>
    </message>
    <message>
        <source>It was made from no other picture, and nothing was made of it yet.</source>
        <translation>它不是由别的图做成的，也还没有用它做成什么。</translation>
    </message>
    <message>
        <source>Made from %1, used for %2, exported %3 time(s)</source>
        <translation>由 %1 张图做成，用于 %2 处，导出 %3 次</translation>
    </message>
    <message>
        <source>poster</source>
        <translation>海报</translation>
    </message>
    <message numerus="yes">
        <source>exported %n time(s)</source>
        <translation>
            <numerusform>导出 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::MainWindow</name>
    <message>
        <source>Haibao</source>
        <translation>海报</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创作</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>Models &amp;&amp; devices</source>
        <translation>模型与设备</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New poster</source>
        <translation>新建海报(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Posters and pictures (*.haibao *.png *.jpg *.jpeg *.webp);;All files (*)</source>
        <translation>海报和图片 (*.haibao *.png *.jpg *.jpeg *.webp);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Insert picture…</source>
        <translation>插入图片(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Close poster</source>
        <translation>关闭海报(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Bring back the dropped picture</source>
        <translation>找回丢弃的图片(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>创建副本(&amp;U)</translation>
    </message>
    <message>
        <source>Select &amp;all layers</source>
        <translation>全选图层(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Cancel generating</source>
        <translation>取消生成(&amp;C)</translation>
    </message>
    <message>
        <source>Co&amp;mmands…</source>
        <translation>命令(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>图层(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>编组(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Ungroup</source>
        <translation>取消编组(&amp;U)</translation>
    </message>
    <message>
        <source>Bring &amp;forward</source>
        <translation>上移一层(&amp;F)</translation>
    </message>
    <message>
        <source>Send &amp;backward</source>
        <translation>下移一层(&amp;B)</translation>
    </message>
    <message>
        <source>Bring to f&amp;ront</source>
        <translation>置于顶层(&amp;R)</translation>
    </message>
    <message>
        <source>Send to bac&amp;k</source>
        <translation>置于底层(&amp;K)</translation>
    </message>
    <message>
        <source>Align &amp;left</source>
        <translation>左对齐(&amp;L)</translation>
    </message>
    <message>
        <source>Align &amp;centre</source>
        <translation>水平居中(&amp;C)</translation>
    </message>
    <message>
        <source>Align r&amp;ight</source>
        <translation>右对齐(&amp;I)</translation>
    </message>
    <message>
        <source>Align &amp;top</source>
        <translation>顶端对齐(&amp;T)</translation>
    </message>
    <message>
        <source>Align &amp;middle</source>
        <translation>垂直居中(&amp;M)</translation>
    </message>
    <message>
        <source>Align &amp;bottom</source>
        <translation>底端对齐(&amp;B)</translation>
    </message>
    <message>
        <source>Distribute &amp;horizontally</source>
        <translation>水平分布(&amp;H)</translation>
    </message>
    <message>
        <source>Distribute &amp;vertically</source>
        <translation>垂直分布(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>创作(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation>图库(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>批量(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Models and devices</source>
        <translation>模型与设备(&amp;M)</translation>
    </message>
    <message>
        <source>Zoom 100 %</source>
        <translation>缩放 100 %</translation>
    </message>
    <message>
        <source>&amp;Fit the page</source>
        <translation>适合页面(&amp;F)</translation>
    </message>
    <message>
        <source>Fit the &amp;width</source>
        <translation>适合宽度(&amp;W)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Hide or show the &amp;panels</source>
        <translation>隐藏或显示面板(&amp;P)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Shortcuts…</source>
        <translation>快捷键(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;About Haibao</source>
        <translation>关于 Haibao(&amp;A)</translation>
    </message>
    <message>
        <source>About Haibao</source>
        <translation>关于 Haibao</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Haibao 海报 %1&lt;/h3&gt;&lt;p&gt;Posters made on your own machine. Nothing is sent anywhere.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Haibao 海报 %1&lt;/h3&gt;&lt;p&gt;在自己的电脑上做海报，任何内容都不会外传。&lt;/p&gt;&lt;p&gt;自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 – Haibao</source>
        <translation>%1 – 海报</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>已导出：%1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Export many</source>
        <translation>批量导出</translation>
    </message>
    <message>
        <source>Posters from a table</source>
        <translation>由表格生成海报</translation>
    </message>
    <message>
        <source>Four variations are being made; they appear here and in Create.</source>
        <translation>正在生成四个变体，会出现在这里和“创作”里。</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>Posters from a &amp;table…</source>
        <translation>由表格生成海报(&amp;T)…</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>The clipboard holds nothing that can stand on a poster.</source>
        <translation>剪贴板里没有能放到海报上的内容。</translation>
    </message>
    <message>
        <source>&amp;Write the prompt</source>
        <translation>写提示词(&amp;W)</translation>
    </message>
    <message>
        <source>Check te&amp;xt…</source>
        <translation>检查文字(&amp;X)…</translation>
    </message>
    <message>
        <source>Horizontal or &amp;vertical text</source>
        <translation>横排或竖排(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>图片(&amp;P)</translation>
    </message>
    <message>
        <source>Make &amp;variations</source>
        <translation>生成变体(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Compare two pictures</source>
        <translation>比较两张图(&amp;C)</translation>
    </message>
    <message>
        <source>Where it comes &amp;from</source>
        <translation>来龙去脉(&amp;F)</translation>
    </message>
    <message>
        <source>Move to the &amp;trash</source>
        <translation>移到回收站(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Bring back from the trash</source>
        <translation>从回收站恢复(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Save this search…</source>
        <translation>保存这个搜索(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Import pictures…</source>
        <translation>导入图片(&amp;I)…</translation>
    </message>
    <message>
        <source>Remove all &amp;guides</source>
        <translation>删除所有参考线(&amp;G)</translation>
    </message>
    <message>
        <source>Remove all guides</source>
        <translation>删除所有参考线</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>检视器(&amp;I)</translation>
    </message>
    <message>
        <source>The inspector could not be started: %1 is missing.</source>
        <translation>无法启动检视器：缺少 %1。</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>配色(&amp;O)</translation>
    </message>
    <message>
        <source>Light or dark as the &amp;system</source>
        <translation>明暗随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Enlarge pictures</source>
        <translation>放大图片</translation>
    </message>
    <message>
        <source>Select one picture on the poster first.</source>
        <translation>先在海报上选中一张图。</translation>
    </message>
    <message>
        <source>Enlarge picture</source>
        <translation>放大图片</translation>
    </message>
    <message>
        <source>The layer shows another picture by now and keeps it; the larger one is dropped.</source>
        <translation>这个图层已换成另一张图，保持不变；放大的图不采用。</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>A picture is being enlarged. If the window closes, this stops; a model&apos;s finished tiles are kept for two weeks.</source>
        <translation>正在放大一张图。关闭窗口会停止放大；模型已做好的块保留两周。</translation>
    </message>
    <message>
        <source>This library may only be read; open it where you may write to it, or enlarge the file with haibao-cli enlarge.</source>
        <translation>这个图库只能读；在可写的地方打开，或用 haibao-cli enlarge 放大文件。</translation>
    </message>
    <message>
        <source>The larger picture is in the library.</source>
        <translation>放大后的图已在图库中。</translation>
    </message>
    <message>
        <source>&amp;Enlarge picture…</source>
        <translation>放大图片(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Enlarge…</source>
        <translation>放大(&amp;E)…</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>The window opens anew in the other language. Posters, their undo steps and the prompt stay; the table in “Posters from a table” and what its columns fill have to be chosen again.</source>
        <translation>窗口会以另一种语言重新打开。海报及其撤销步骤、提示词都保留；“由表格生成海报”里的表格和列的对应要重新选择。</translation>
    </message>
    <message>
        <source>&amp;Handbook</source>
        <translation>使用手册(&amp;H)</translation>
    </message>
    <message>
        <source>As on this poster at 300 dpi</source>
        <translation>按图片在海报上的大小，300 dpi</translation>
    </message>
    <message>
        <source>As on this poster, pixel for pixel</source>
        <translation>按图片在海报上的大小，像素一比一</translation>
    </message>
    <message>
        <source>“%1” has %2 × %3 pixels now.</source>
        <translation>“%1”现在是 %2 × %3 像素。</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>知道了</translation>
    </message>
    <message numerus="yes">
        <source>Haibao did not end in the usual way last time; %n poster(s) are open again as you last changed them.</source>
        <translation>
            <numerusform>程序上次没有正常退出；%n 张海报已按最后一次修改重新打开。</numerusform>
        </translation>
    </message>
    <message>
        <source>Which ones?</source>
        <translation>哪些？</translation>
    </message>
    <message>
        <source>Extend into the bleed</source>
        <translation>延伸到出血</translation>
    </message>
</context>
<context>
    <name>haibao::ui::MappingTable</name>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Filled by</source>
        <translation>填入列</translation>
    </message>
    <message>
        <source>Empty cell</source>
        <translation>空单元格</translation>
    </message>
    <message>
        <source>Shown if</source>
        <translation>显示条件</translation>
    </message>
    <message>
        <source>What a cell without content means for this layer</source>
        <translation>单元格为空时这个图层怎么办</translation>
    </message>
    <message>
        <source>A column with yes or no, 1 or 0, 是 or 否</source>
        <translation>内容为“是/否”、1/0 或 yes/no 的列</translation>
    </message>
    <message>
        <source>What fills what</source>
        <translation>哪列填哪里</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Column that fills %1</source>
        <translation>填入“%1”的列</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>skip row</source>
        <translation>跳过该行</translation>
    </message>
    <message>
        <source>Texts are cleared, everything else stays as in the poster, unless something else is chosen.</source>
        <translation>默认清空文字，其余保持海报原样；也可另选。</translation>
    </message>
    <message>
        <source>Empty cells of %1</source>
        <translation>“%1”的空单元格</translation>
    </message>
    <message>
        <source>always</source>
        <translation>总是</translation>
    </message>
    <message>
        <source>Column that shows %1</source>
        <translation>决定“%1”显示与否的列</translation>
    </message>
</context>
<context>
    <name>haibao::ui::MergePage</name>
    <message>
        <source>Row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>a file of that name is there already; choose another folder or name, or what to do with files that exist.</source>
        <translation>已有同名文件；换个文件夹或名字，或选择如何处理已有文件。</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>海报</translation>
    </message>
    <message>
        <source>Posters (*.haibao *.json)</source>
        <translation>海报 (*.haibao *.json)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>表格 (*.csv *.tsv *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a poster in Create, or choose a poster file.</source>
        <translation>在“创作”里打开一张海报，或选择海报文件。</translation>
    </message>
    <message>
        <source>Choose a table: a CSV file whose first row names the columns. Each row becomes a poster.</source>
        <translation>选择表格：首行是列名的 CSV 文件。每行生成一张海报。</translation>
    </message>
    <message>
        <source>Reading the table…</source>
        <translation>正在读取表格…</translation>
    </message>
    <message>
        <source>Choose a column for at least one layer, or write {{column}} into a text of the poster.</source>
        <translation>至少为一个图层选择一列，或在海报文字里写 {{列名}}。</translation>
    </message>
    <message>
        <source>Checking every row…</source>
        <translation>正在检查每一行…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be made as they are.</source>
        <translation>
            <numerusform>%n 行有问题，无法生成。</numerusform>
        </translation>
    </message>
    <message>
        <source>All rows are sound.</source>
        <translation>所有行都没有问题。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are skipped because of empty cells.</source>
        <translation>
            <numerusform>%n 行因有空单元格而跳过。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n row(s) with errors</source>
        <translation>
            <numerusform>略过 %n 行有错误的</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>Make %n poster(s)</source>
        <translation>
            <numerusform>生成 %n 张海报</numerusform>
        </translation>
    </message>
    <message>
        <source>Make posters</source>
        <translation>生成海报</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>Here a row is shown as it will come out.</source>
        <translation>这里显示某一行的成品样子。</translation>
    </message>
    <message>
        <source>This row is skipped: a cell is empty that says so.</source>
        <translation>这一行会跳过：设为“跳过该行”的单元格是空的。</translation>
    </message>
    <message>
        <source>was there already</source>
        <translation>原先已有</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>not made</source>
        <translation>未生成</translation>
    </message>
    <message numerus="yes">
        <source>%n poster(s) made</source>
        <translation>
            <numerusform>生成了 %n 张海报</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>略过 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message>
        <source>Poster and table</source>
        <translation>海报与表格</translation>
    </message>
    <message>
        <source>Choose a poster file…</source>
        <translation>选择海报文件…</translation>
    </message>
    <message>
        <source>Choose a table…</source>
        <translation>选择表格…</translation>
    </message>
    <message>
        <source>Encoding of the table</source>
        <translation>表格的编码</translation>
    </message>
    <message>
        <source>Encoding found out</source>
        <translation>自动识别编码</translation>
    </message>
    <message>
        <source>First row names columns</source>
        <translation>首行是列名</translation>
    </message>
    <message>
        <source>What fills what</source>
        <translation>哪列填哪里</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Row before</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>Row </source>
        <translation>第 </translation>
    </message>
    <message>
        <source>Row that is shown</source>
        <translation>显示的行</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>下一个问题</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Names of the files</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>{col:NAME} is a cell, {row:000} the row, {layer:NAME} a text of the poster; {doc} {title} {date:yyyyMMdd} {preset} as in Export</source>
        <translation>{col:列名} 是单元格，{row:000} 是行号，{layer:图层名} 是海报里的文字；{doc} {title} {date:yyyyMMdd} {preset} 与导出相同</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Put a column into the names</source>
        <translation>把一列放进文件名</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Files that exist</source>
        <translation>已有的文件</translation>
    </message>
    <message>
        <source>stop if a file exists</source>
        <translation>遇到已有文件就停止</translation>
    </message>
    <message>
        <source>number names that exist</source>
        <translation>重名时加编号</translation>
    </message>
    <message>
        <source>replace files that exist</source>
        <translation>替换已有文件</translation>
    </message>
    <message>
        <source>All rows as the pages of one PDF</source>
        <translation>所有行合成一个 PDF 的各页</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>各行</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>存放文件的文件夹</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Nothing can be written as it stands; the list says why.</source>
        <translation>照现在的设置，一个文件也写不出；原因见列表。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) can be made but should be looked at.</source>
        <translation>
            <numerusform>有 %n 行可以制作，但请先看一看。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” mends %n of them.</source>
        <translation>
            <numerusform>勾选“%1”可解决其中 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Set texts smaller that do not fit</source>
        <translation>缩小放不下的文字</translation>
    </message>
    <message>
        <source>A text that is too long for its box is made smaller, down to 40 % of its size; otherwise its row cannot be made.</source>
        <translation>超出文本框的文字会缩小，最多缩到原来的 40 %；否则这一行无法生成。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with errors are left out.</source>
        <translation>
            <numerusform>有错误的 %n 行将略过。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::ModelConvert</name>
    <message>
        <source>Convert a model</source>
        <translation>转换模型</translation>
    </message>
    <message>
        <source>Fewer bits for each weight: the model takes less memory and paints a little differently. The one there is stays as it is.</source>
        <translation>每个权重少用几位：模型占的内存更少，画出来略有不同。原来的模型保持不变。</translation>
    </message>
    <message>
        <source>How many bits</source>
        <translation>位数</translation>
    </message>
    <message>
        <source>Half the memory, hardly a difference</source>
        <translation>内存减半，几乎看不出差别</translation>
    </message>
    <message>
        <source>Between a half and a third</source>
        <translation>在一半与三分之一之间</translation>
    </message>
    <message>
        <source>About a third, with more bits where errors show most</source>
        <translation>约三分之一，误差最显眼处多用几位</translation>
    </message>
    <message>
        <source>Little more than a quarter, the smallest</source>
        <translation>四分之一多一点，最小</translation>
    </message>
    <message>
        <source>The same in a simple form, for devices that take no other</source>
        <translation>大小相同、形式更简单，供只认这种的设备</translation>
    </message>
    <message>
        <source>As many bits as now, in one file</source>
        <translation>位数不变，合成一个文件</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>Looking into the folder…</source>
        <translation>正在查看文件夹…</translation>
    </message>
    <message>
        <source>There is a model called %1 already; remove that one first.</source>
        <translation>已经有名为 %1 的模型；先把它移除。</translation>
    </message>
    <message>
        <source>%1 are needed in Haibao&apos;s folder for models, %2 are free.</source>
        <translation>Haibao 的模型文件夹里需要 %1，可用 %2。</translation>
    </message>
    <message>
        <source>Becomes %1, %2. An earlier run has begun it; it goes on there.</source>
        <translation>将成为 %1，%2。先前已开始转换，从那里继续。</translation>
    </message>
    <message>
        <source>Becomes %1, %2.</source>
        <translation>将成为 %1，%2。</translation>
    </message>
    <message>
        <source>Converting: %1 of %2</source>
        <translation>正在转换：%1／%2</translation>
    </message>
    <message>
        <source>Stopped. What was written stays; Convert goes on from there.</source>
        <translation>已停止。写好的部分留着；再按“转换”就从那里继续。</translation>
    </message>
    <message>
        <source>Done: %1, %2.</source>
        <translation>完成：%1，%2。</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ModelDialog</name>
    <message>
        <source>Paint with it from now on</source>
        <translation>以后用它绘制</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ModelImport</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>……还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Fits: needs %1 of memory for a 1024 × 1024 picture.</source>
        <translation>放得下：画 1024 × 1024 需要 %1 内存。</translation>
    </message>
    <message>
        <source>Does not fit here: needs %1 of memory, this machine has %2.</source>
        <translation>本机放不下：需要 %1 内存，本机有 %2。</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>Copy it into Haibao&apos;s folder (from a USB disk, for example)</source>
        <translation>复制到 Haibao 的文件夹（例如从 U 盘）</translation>
    </message>
    <message>
        <source>Leave it where it is; it must stay there</source>
        <translation>留在原处；以后不能挪走</translation>
    </message>
    <message>
        <source>Check and add</source>
        <translation>检查并添加</translation>
    </message>
    <message>
        <source>Looking into the folder…</source>
        <translation>正在查看文件夹…</translation>
    </message>
    <message>
        <source>%1 on disk, %2 free in Haibao&apos;s folder · SHA-256 %3…</source>
        <translation>占用 %1，Haibao 的文件夹还剩 %2 · SHA-256 %3…</translation>
    </message>
    <message>
        <source>There is a model called %1 already; remove that one first, or give this folder another name.</source>
        <translation>已有名为 %1 的模型；先移除它，或给这个文件夹改名。</translation>
    </message>
    <message>
        <source>Copying, then reading every byte of the copy…</source>
        <translation>正在复制，随后逐字节校验副本…</translation>
    </message>
    <message>
        <source>Reading every byte…</source>
        <translation>正在逐字节读取…</translation>
    </message>
    <message>
        <source>Added: every file and every value was read.</source>
        <translation>已添加：每个文件、每个数值都读过了。</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ModelNames</name>
    <message>
        <source>Built-in model</source>
        <translation>内置模型</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Add a model folder…</source>
        <translation>添加模型文件夹…</translation>
    </message>
    <message>
        <source>comes with Haibao, made by this project; paints grounds, not words</source>
        <translation>Haibao 自带，由本项目训练；只画背景，不画文字</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>使用它</translation>
    </message>
    <message>
        <source>Check every byte</source>
        <translation>逐字节校验</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Reading every weight…</source>
        <translation>正在读取全部权重…</translation>
    </message>
    <message>
        <source>Sound: every file and every value was read.</source>
        <translation>完好：每个文件、每个数值都已读过。</translation>
    </message>
    <message>
        <source>Folder of a GLM-Image model</source>
        <translation>GLM-Image 模型所在文件夹</translation>
    </message>
    <message>
        <source>Haibao forgets this model; its folder stays where it is.</source>
        <translation>Haibao 不再记录此模型；文件夹保留在原处。</translation>
    </message>
    <message>
        <source>Remove the model?</source>
        <translation>移除模型？</translation>
    </message>
    <message>
        <source>The model could not be removed</source>
        <translation>无法移除模型</translation>
    </message>
    <message>
        <source>%1 on disk · SHA-256 %2… · %3</source>
        <translation>占用 %1 · SHA-256 %2… · %3</translation>
    </message>
    <message>
        <source>Looking into the folder…</source>
        <translation>正在查看文件夹…</translation>
    </message>
    <message>
        <source>Convert…</source>
        <translation>转换…</translation>
    </message>
    <message>
        <source>Write it in fewer bits, so that it takes less memory</source>
        <translation>用更少的位数写一份，占的内存更少</translation>
    </message>
    <message>
        <source>%1 goes to the trash.</source>
        <translation>把 %1 移到回收站？</translation>
    </message>
    <message>
        <source>Licence: %1 (%2)</source>
        <translation>许可证：%1（%2）</translation>
    </message>
    <message>
        <source>It names no licence: ask where it comes from before you publish what it paints.</source>
        <translation>没有注明许可证：发布它画的图之前，先问清来源。</translation>
    </message>
    <message>
        <source>Licence: GPL-3.0-or-later, like Haibao; pictures made with it are yours</source>
        <translation>许可证：GPL-3.0-or-later，与 Haibao 相同；用它画的图归你所有</translation>
    </message>
    <message>
        <source>added on %1</source>
        <translation>%1 加入</translation>
    </message>
</context>
<context>
    <name>haibao::ui::PicturePanel</name>
    <message>
        <source>Fill the frame</source>
        <translation>填满边框</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>完整显示</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应方式</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>饱和度</translation>
    </message>
    <message>
        <source>Painted by the model: %1, seed %2.</source>
        <translation>由模型绘制：%1，种子 %2。</translation>
    </message>
    <message>
        <source>A picture that was not painted here.</source>
        <translation>不是在这里画的图片。</translation>
    </message>
</context>
<context>
    <name>haibao::ui::PosterSession</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>%1 may only be read. Save the poster under another name to keep your changes.</source>
        <translation>%1 是只读的。把海报另存为别的名字才能保留修改。</translation>
    </message>
</context>
<context>
    <name>haibao::ui::PresetChanges</name>
    <message>
        <source>as the preset says</source>
        <translation>按预设</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Longer side</source>
        <translation>长边</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色彩</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件内含</translation>
    </message>
    <message>
        <source>everything, also prompts</source>
        <translation>全部，包括提示词</translation>
    </message>
    <message>
        <source>authorship, no prompts</source>
        <translation>作者信息，不含提示词</translation>
    </message>
    <message>
        <source>nothing but size and colours</source>
        <translation>只有尺寸和色彩</translation>
    </message>
    <message>
        <source>Changed for all presets</source>
        <translation>已对所有预设更改</translation>
    </message>
    <message>
        <source>Change for all presets</source>
        <translation>对所有预设更改</translation>
    </message>
</context>
<context>
    <name>haibao::ui::PromptEdit</name>
    <message>
        <source>What should the poster show? Put words that must be read in quotes: “…”</source>
        <translation>海报上画什么？要写在海报上的字请加引号：“…”</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>没有建议</translation>
    </message>
</context>
<context>
    <name>haibao::ui::PromptHistory</name>
    <message>
        <source>Look for a prompt</source>
        <translation>查找提示词</translation>
    </message>
    <message>
        <source>Earlier prompts</source>
        <translation>用过的提示词</translation>
    </message>
    <message>
        <source>Enter uses · Ctrl+D or the heart keeps · Delete forgets</source>
        <translation>Enter 使用 · Ctrl+D 或点心形收藏 · Delete 删除</translation>
    </message>
    <message>
        <source>Prompts you use will be kept here</source>
        <translation>用过的提示词会留在这里</translation>
    </message>
</context>
<context>
    <name>haibao::ui::PromptPanel</name>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Put the selected words in quotes: they become the poster&apos;s text</source>
        <translation>给选中的字加上引号：成为海报上的文字</translation>
    </message>
    <message>
        <source>Earlier prompts</source>
        <translation>用过的提示词</translation>
    </message>
    <message>
        <source>Reference pictures</source>
        <translation>参考图</translation>
    </message>
    <message>
        <source>Words in “quotes” become live text: always spelled right, and yours to move and style.</source>
        <translation>“引号”中的字会成为实时文字：绝不写错，随时可移动、可修改样式。</translation>
    </message>
    <message>
        <source>Words on the poster</source>
        <translation>海报文字</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>自定义…</translation>
    </message>
    <message>
        <source>px</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>毫米</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>张数</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>速写</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>精细</translation>
    </message>
    <message>
        <source>How large the model paints; the page keeps its own size</source>
        <translation>模型绘制的大小；页面尺寸不变</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>as the model likes</source>
        <translation>由模型决定</translation>
    </message>
    <message>
        <source>Steps: more are more careful and slower</source>
        <translation>步数：越多越细致，也越慢</translation>
    </message>
    <message>
        <source>More careful</source>
        <translation>更细致</translation>
    </message>
    <message>
        <source>Guidance scale: how closely to follow the prompt; above 1 takes twice as long</source>
        <translation>引导强度：贴合提示词的程度；大于 1 时耗时加倍</translation>
    </message>
    <message>
        <source>Follow more closely</source>
        <translation>更贴合提示词</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Same picture again: keep this seed</source>
        <translation>再来同样的图：锁定种子</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>换一个种子</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Paint this (Ctrl+Enter)</source>
        <translation>开始绘制（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>live text</source>
        <translation>实时文字</translation>
    </message>
    <message>
        <source>painted by the model</source>
        <translation>由模型绘制</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者都要</translation>
    </message>
    <message>
        <source>How “%1” comes onto the poster</source>
        <translation>“%1”如何出现在海报上</translation>
    </message>
    <message>
        <source>Keep this prompt as a favourite</source>
        <translation>收藏这条提示词</translation>
    </message>
    <message>
        <source>Every step</source>
        <translation>逐步计算</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Many steps (a dozen and more) need not all be computed: Balanced guesses those that change little from the ones before, Fast more of them</source>
        <translation>步数多时（十几步以上）不必每步都算：“均衡”推算变化小的步，“快速”推算得更多</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message numerus="yes">
        <source>A picture of %n step(s) has none to leave out: the first two and the last are always computed. From %1 steps on a speed can be chosen; it pays from a dozen.</source>
        <translation>
            <numerusform>%n 步的图没有可省的步：头两步和最后一步总要计算。从 %1 步起可以选速度；十几步以上才见效。</numerusform>
        </translation>
    </message>
    <message>
        <source>At most %L1 %2</source>
        <translation>最大 %L1 %2</translation>
    </message>
    <message>
        <source>A page has at most %L1 × %L2 pixels: a larger one could not be painted.</source>
        <translation>页面最大 %L1 × %L2 像素：再大就画不出来了。</translation>
    </message>
    <message>
        <source>A side has at most %L1 mm: no PDF page is larger.</source>
        <translation>边长最大 %L1 毫米：PDF 页面不能更大。</translation>
    </message>
    <message>
        <source>Stop painting (Esc)</source>
        <translation>停止绘制（Esc）</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ProofDialog</name>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Wrong characters</source>
        <translation>有错字</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Nobody asked for it</source>
        <translation>多出来的文字</translation>
    </message>
    <message>
        <source>Too small to be judged</source>
        <translation>太小，无法判断</translation>
    </message>
    <message>
        <source>The font lacks characters</source>
        <translation>字体缺字</translation>
    </message>
    <message>
        <source>Does not fit its box</source>
        <translation>超出文本框</translation>
    </message>
    <message>
        <source>Reaches over the edge of the page</source>
        <translation>超出页面边缘</translation>
    </message>
    <message>
        <source>Close to the edge, where it may be trimmed</source>
        <translation>太靠边，可能被裁掉</translation>
    </message>
    <message>
        <source>Covered by what lies above</source>
        <translation>被上面的图层遮住</translation>
    </message>
    <message>
        <source>Hard to read on its ground</source>
        <translation>与背景对比太弱，难以辨认</translation>
    </message>
    <message>
        <source>Stands on another text</source>
        <translation>与另一段文字重叠</translation>
    </message>
    <message>
        <source>Wrong characters: “%1” is shown</source>
        <translation>有错字：画成了“%1”</translation>
    </message>
    <message>
        <source>Right, contrast %1</source>
        <translation>正确，对比度 %1</translation>
    </message>
    <message>
        <source>Check text</source>
        <translation>检查文字</translation>
    </message>
    <message>
        <source>Texts of the poster</source>
        <translation>海报上的文字</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Paint again</source>
        <translation>重画</translation>
    </message>
    <message>
        <source>Paint the picture anew: only the seed changes</source>
        <translation>重新绘制这张图：只换种子</translation>
    </message>
    <message>
        <source>Replace by live text</source>
        <translation>换成实时文字</translation>
    </message>
    <message>
        <source>Take the wrong words out of the picture and set them as live text in their place</source>
        <translation>从图中抹去画错的文字，在原处放上实时文字</translation>
    </message>
    <message>
        <source>Reading the texts…</source>
        <translation>正在识读文字…</translation>
    </message>
    <message>
        <source>There are no texts to check. Painted words are checked where the picture says which ones were asked for.</source>
        <translation>没有可检查的文字。只有图片记录了要求的文字时，才检查画出的文字。</translation>
    </message>
    <message>
        <source>All texts are as they should be.</source>
        <translation>所有文字都没有问题。</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) should be looked at.</source>
        <translation>
            <numerusform>有 %n 处文字需要看看。</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking the words out of the picture…</source>
        <translation>正在从图中抹去文字…</translation>
    </message>
</context>
<context>
    <name>haibao::ui::PropertiesPanel</name>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转角度</translation>
    </message>
    <message>
        <source>Select something on the poster to change it.

T adds text, Shift+T vertical text.</source>
        <translation>在海报上选中内容即可修改。

T 添加文字，Shift+T 添加竖排文字。</translation>
    </message>
    <message>
        <source>in pixels</source>
        <translation>单位：像素</translation>
    </message>
    <message>
        <source>in millimetres</source>
        <translation>单位：毫米</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) selected</source>
        <translation>
            <numerusform>选中 %n 个图层</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::QuickLook</name>
    <message>
        <source>Quick look</source>
        <translation>快速查看</translation>
    </message>
</context>
<context>
    <name>haibao::ui::RatingBar</name>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>无色标</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n 星</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::ReferenceList</name>
    <message numerus="yes">
        <source>%n reference picture(s) at most; take one away first.</source>
        <translation>
            <numerusform>最多 %n 张参考图，请先移除一张。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reference picture %1</source>
        <translation>参考图 %1</translation>
    </message>
    <message>
        <source>Add a reference picture: the new one keeps its layout. Drop or paste one here, too.</source>
        <translation>添加参考图：新图会保留它的构图。也可以拖放或粘贴到这里。</translation>
    </message>
    <message>
        <source>Add a reference picture</source>
        <translation>添加参考图</translation>
    </message>
    <message>
        <source>Reference pictures</source>
        <translation>参考图</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.avif);;All files (*)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.avif);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The picture could not be taken over; is the disk full?</source>
        <translation>无法接收这张图片，磁盘是否已满？</translation>
    </message>
    <message>
        <source>Take this reference picture away</source>
        <translation>移除这张参考图</translation>
    </message>
    <message>
        <source>Take reference picture %1 away</source>
        <translation>移除第 %1 张参考图</translation>
    </message>
    <message numerus="yes">
        <source>%n reference picture(s) guide the new one.</source>
        <translation>
            <numerusform>新图会参考这 %n 张图。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>haibao::ui::RepaintMode</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Take marks away</source>
        <translation>擦去标记</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ResultStrip</name>
    <message>
        <source>Results and queue</source>
        <translation>结果与队列</translation>
    </message>
    <message>
        <source>Use as background</source>
        <translation>用作背景</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>取消星标</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>加星标</translation>
    </message>
    <message>
        <source>Use this seed</source>
        <translation>使用此种子</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Pictures you generate appear here. One click puts one under your text.</source>
        <translation>生成的图片会出现在这里。点一下就放到文字下面。</translation>
    </message>
    <message>
        <source>Try again on the processor</source>
        <translation>改用处理器再试</translation>
    </message>
    <message>
        <source>Try again smaller, %1 × %2</source>
        <translation>缩小到 %1 × %2 再试</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ScenePanel</name>
    <message>
        <source>Subject</source>
        <translation>题材</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色彩</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>氛围</translation>
    </message>
    <message>
        <source>Composition</source>
        <translation>构图</translation>
    </message>
    <message>
        <source>Another arrangement</source>
        <translation>换一种排布</translation>
    </message>
    <message>
        <source>A template drawn by Haibao: sharp at any size, every colour can be changed.</source>
        <translation>Haibao 绘制的模板：任意尺寸都清晰，颜色可随意更换。</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ShapePanel</name>
    <message>
        <source>Fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Stroke colour</source>
        <translation>描边颜色</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>描边</translation>
    </message>
    <message>
        <source>Corner radius</source>
        <translation>圆角</translation>
    </message>
</context>
<context>
    <name>haibao::ui::ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” already.</source>
        <translation>%1 已用于“%2”。</translation>
    </message>
    <message>
        <source>Back to the usual ones</source>
        <translation>恢复默认</translation>
    </message>
</context>
<context>
    <name>haibao::ui::SidePanel</name>
    <message>
        <source>Albums, saved searches and tags</source>
        <translation>相册、保存的搜索与标签</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>所有图片</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>有星级</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>相册</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>保存的搜索</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n 张图</numerusform>
        </translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>保存这个搜索</translation>
    </message>
    <message>
        <source>Name of the search “%1”</source>
        <translation>搜索“%1”的名字</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Forget this search</source>
        <translation>删除这个搜索</translation>
    </message>
    <message>
        <source>Delete the album</source>
        <translation>删除相册</translation>
    </message>
    <message>
        <source>Take the selection out of it</source>
        <translation>把选中的移出相册</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>Delete the album?</source>
        <translation>删除相册？</translation>
    </message>
    <message>
        <source>“%1” is deleted; the pictures in it stay.</source>
        <translation>“%1”会被删除，其中的图片保留。</translation>
    </message>
    <message>
        <source>Empty the trash?</source>
        <translation>清空回收站？</translation>
    </message>
    <message>
        <source>The pictures in the trash are deleted for good.</source>
        <translation>回收站里的图片将永久删除。</translation>
    </message>
</context>
<context>
    <name>haibao::ui::SizePresets</name>
    <message>
        <source>Square 1:1 · 1080 × 1080</source>
        <translation>方形 1:1 · 1080 × 1080</translation>
    </message>
    <message>
        <source>Xiaohongshu 3:4 · 1080 × 1440</source>
        <translation>小红书 3:4 · 1080 × 1440</translation>
    </message>
    <message>
        <source>Phone 9:16 · 1080 × 1920</source>
        <translation>手机 9:16 · 1080 × 1920</translation>
    </message>
    <message>
        <source>Screen 16:9 · 1920 × 1080</source>
        <translation>屏幕 16:9 · 1920 × 1080</translation>
    </message>
    <message>
        <source>WeChat cover 2.35:1 · 900 × 383</source>
        <translation>公众号封面 2.35:1 · 900 × 383</translation>
    </message>
    <message>
        <source>A4 print · 210 × 297 mm</source>
        <translation>A4 印刷 · 210 × 297 毫米</translation>
    </message>
    <message>
        <source>A3 print · 297 × 420 mm</source>
        <translation>A3 印刷 · 297 × 420 毫米</translation>
    </message>
    <message>
        <source>A2 print · 420 × 594 mm</source>
        <translation>A2 印刷 · 420 × 594 毫米</translation>
    </message>
    <message>
        <source>Banner · 800 × 2000 mm</source>
        <translation>易拉宝 · 800 × 2000 毫米</translation>
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
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>Click to try again.</source>
        <translation>点击再试一次。</translation>
    </message>
</context>
<context>
    <name>haibao::ui::Studio</name>
    <message>
        <source>getting ready</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>looking at the references</source>
        <translation>查看参考图</translation>
    </message>
    <message>
        <source>composing %1 %</source>
        <translation>构图 %1 %</translation>
    </message>
    <message>
        <source>painting %1/%2</source>
        <translation>绘制 %1/%2</translation>
    </message>
    <message>
        <source>finishing</source>
        <translation>收尾</translation>
    </message>
    <message>
        <source> · %1 left</source>
        <translation> · 还需 %1</translation>
    </message>
    <message>
        <source>Another Haibao works through this library&apos;s queue; new pictures are made there.</source>
        <translation>另一个 Haibao 正在处理此图库的队列，新图片将由它绘制。</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>The library in %1 may only be read: its pictures can be seen, but nothing new is made there.</source>
        <translation>%1 中的图库是只读的：可以看图，但不能在那里生成新图。</translation>
    </message>
    <message>
        <source>The queue is paused.</source>
        <translation>队列已暂停。</translation>
    </message>
    <message>
        <source>the first picture shows how long it takes here</source>
        <translation>画完第一张就知道本机要多久</translation>
    </message>
    <message>
        <source>fits: %1 of %2 free</source>
        <translation>内存够用：需 %1，空闲 %2</translation>
    </message>
    <message>
        <source>⚠ may not fit: needs %1, %2 are free. Close other programs or paint “quick”.</source>
        <translation>⚠ 内存可能不够：需 %1，空闲 %2。关闭其他程序，或选“速写”。</translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation>需 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of the library are not in its folder any more; they come back when their files do.</source>
        <translation>
            <numerusform>图库里有 %n 张图已不在文件夹中；文件回来，它们就回来。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing picture(s) are there again.</source>
        <translation>
            <numerusform>%n 张丢失的图又找到了。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) that lay in the library&apos;s folder were taken in.</source>
        <translation>
            <numerusform>图库文件夹里的 %n 张图已收入图库。</numerusform>
        </translation>
    </message>
    <message>
        <source>comes next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>The picture could not be painted.</source>
        <translation>图没有画成。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>This model reads %L1 tokens beside a picture of this size, and the prompt has %L2: it is too long by about %L3 %. Shorten it.</source>
        <translation>这个尺寸下模型最多读 %L1 个词元，而提示词有 %L2 个，约超出 %L3%。缩短一些。</translation>
    </message>
    <message>
        <source>about %1 a poster</source>
        <translation>每张海报约 %1</translation>
    </message>
</context>
<context>
    <name>haibao::ui::StyleGallery</name>
    <message>
        <source>Styles</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Keep this text&apos;s style under a name</source>
        <translation>把这段文字的样式存为一个名字</translation>
    </message>
    <message>
        <source>Keep this style</source>
        <translation>保存样式</translation>
    </message>
    <message>
        <source>Name of the style</source>
        <translation>样式名称</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>使用“%1”</translation>
    </message>
    <message>
        <source>Take over the selected text&apos;s style</source>
        <translation>用所选文字的样式更新</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Rename the style</source>
        <translation>重命名样式</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>haibao::ui::Suggestions</name>
    <message>
        <source>This model knows, among others:</source>
        <translation>这个模型认得（部分）：</translation>
    </message>
    <message>
        <source>All words it knows</source>
        <translation>它认得的所有词</translation>
    </message>
    <message>
        <source>It does not know %1, and paints what it knows instead.</source>
        <translation>它不认得%1，会改画它认得的内容。</translation>
    </message>
</context>
<context>
    <name>haibao::ui::TemplateDrawer</name>
    <message>
        <source>Any subject</source>
        <translation>任意题材</translation>
    </message>
    <message>
        <source>Any colours</source>
        <translation>任意配色</translation>
    </message>
    <message>
        <source>Any style</source>
        <translation>任意风格</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>题材</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色彩</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>换一批</translation>
    </message>
    <message>
        <source>Template drawn by Haibao. Click: becomes the background.</source>
        <translation>Haibao 绘制的模板。点击设为背景。</translation>
    </message>
    <message>
        <source>Use as background</source>
        <translation>用作背景</translation>
    </message>
    <message>
        <source>Use as reference picture</source>
        <translation>用作参考图</translation>
    </message>
</context>
<context>
    <name>haibao::ui::TextBar</name>
    <message>
        <source>Smaller</source>
        <translation>减小字号</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>增大字号</translation>
    </message>
    <message>
        <source>Horizontal or vertical</source>
        <translation>横排或竖排</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字号</translation>
    </message>
</context>
<context>
    <name>haibao::ui::TextEditing</name>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Delete text</source>
        <translation>删除文字</translation>
    </message>
    <message>
        <source>Letter spacing</source>
        <translation>字间距</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Remove empty text</source>
        <translation>移除空文字</translation>
    </message>
    <message>
        <source>A text layer holds at most %L1 characters; the last %L2 were left out.</source>
        <translation>一个文字图层最多 %L1 个字符；末尾 %L2 个已略去。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
</context>
<context>
    <name>haibao::ui::TextFindings</name>
    <message>
        <source>The font “%1” is not installed; another one stands in for it.</source>
        <translation>没有安装字体“%1”，暂用另一种代替。</translation>
    </message>
    <message>
        <source>“%2” has no %1; another font stands in.</source>
        <translation>“%2”没有 %1，暂用另一种字体代替。</translation>
    </message>
    <message>
        <source>No installed font has it. Install one that does, or choose other words.</source>
        <translation>已安装的字体都没有这个字。装一个有它的字体，或换个说法。</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>Take them from %1</source>
        <translation>缺字改用 %1</translation>
    </message>
    <message>
        <source>Sets the whole text in a font that has every character of it</source>
        <translation>整段文字改用字符齐全的字体</translation>
    </message>
    <message>
        <source>Keeps the font; only what it lacks comes from another one</source>
        <translation>保留字体，只有缺的字用另一种</translation>
    </message>
    <message>
        <source>Whole text in %1</source>
        <translation>整段用 %1</translation>
    </message>
    <message>
        <source>Only %1 from %2</source>
        <translation>仅 %1 用 %2</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Font for missing characters</source>
        <translation>缺字的字体</translation>
    </message>
    <message>
        <source>Move it clear</source>
        <translation>移到空处</translation>
    </message>
    <message>
        <source>Moves this text to the nearest place that is free of other texts, smaller where it needs to be</source>
        <translation>把这段文字移到最近的空处，必要时缩小</translation>
    </message>
    <message>
        <source>Readable colour</source>
        <translation>换成易读的颜色</translation>
    </message>
    <message>
        <source>Takes the colour of another text, or a tone of the background that can be read on it</source>
        <translation>取另一段文字的颜色，或背景中在此处易读的色调</translation>
    </message>
</context>
<context>
    <name>haibao::ui::TextPanel</name>
    <message>
        <source>Words</source>
        <translation>文字内容</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>字重</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Horizontal text</source>
        <translation>横排文字</translation>
    </message>
    <message>
        <source>Vertical text, columns from right to left</source>
        <translation>竖排文字，从右到左</translation>
    </message>
    <message>
        <source>Align to the start</source>
        <translation>首端对齐</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>Align to the end</source>
        <translation>末端对齐</translation>
    </message>
    <message>
        <source>Justify</source>
        <translation>两端对齐</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Letter spacing</source>
        <translation>字间距</translation>
    </message>
    <message>
        <source> em</source>
        <translation> em</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>下划线</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Second colour</source>
        <translation>第二颜色</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>渐变</translation>
    </message>
    <message>
        <source>Stroke colour</source>
        <translation>描边颜色</translation>
    </message>
    <message>
        <source>Second stroke&apos;s colour</source>
        <translation>第二描边颜色</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>描边</translation>
    </message>
    <message>
        <source>Second stroke</source>
        <translation>第二描边</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>阴影</translation>
    </message>
    <message>
        <source>Shadow colour</source>
        <translation>阴影颜色</translation>
    </message>
    <message>
        <source>Shadow to the right</source>
        <translation>阴影右移</translation>
    </message>
    <message>
        <source>Shadow downwards</source>
        <translation>阴影下移</translation>
    </message>
    <message>
        <source>Softness</source>
        <translation>柔化</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>第二层</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>One line, no box</source>
        <translation>单行，无文本框</translation>
    </message>
    <message>
        <source>Fixed box</source>
        <translation>固定文本框</translation>
    </message>
    <message>
        <source>Box grows</source>
        <translation>文本框自动增大</translation>
    </message>
    <message>
        <source>Text shrinks to fit</source>
        <translation>文字自动缩小</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Loose</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Line breaking rules (kinsoku): which marks may not begin or end a line</source>
        <translation>避头尾规则：哪些标点不能出现在行首或行尾</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Numbers of 2 digits</source>
        <translation>两位数字</translation>
    </message>
    <message>
        <source>Numbers up to 4 digits</source>
        <translation>至多四位数字</translation>
    </message>
    <message>
        <source>Numbers upright within a column (tate-chu-yoko)</source>
        <translation>竖排中数字直立（纵中横）</translation>
    </message>
    <message>
        <source>When needed</source>
        <translation>需要时</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>总是</translation>
    </message>
    <message>
        <source>Commas and full stops may hang out of the line&apos;s end</source>
        <translation>逗号和句号可悬挂在行尾之外</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>文本框</translation>
    </message>
    <message>
        <source>Line breaks</source>
        <translation>换行规则</translation>
    </message>
    <message>
        <source>Numbers upright</source>
        <translation>数字直立</translation>
    </message>
    <message>
        <source>Hanging marks</source>
        <translation>标点悬挂</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Warp</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>Bend</source>
        <translation>弯曲</translation>
    </message>
    <message>
        <source>Bend on the poster by handles (W)</source>
        <translation>在海报上拖手柄变形（W）</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
</context>
<context>
    <name>haibao::ui::TextPresets</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副标题</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Cinnabar</source>
        <translation>朱砂</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>毛笔</translation>
    </message>
    <message>
        <source>Soft light</source>
        <translation>柔光</translation>
    </message>
    <message>
        <source>Neon</source>
        <translation>霓虹</translation>
    </message>
    <message>
        <source>Outlined block</source>
        <translation>描边粗体</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>鎏金</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>贴纸</translation>
    </message>
    <message>
        <source>Hollow</source>
        <translation>镂空</translation>
    </message>
    <message>
        <source>Dawn</source>
        <translation>晨曦</translation>
    </message>
    <message>
        <source>Double line</source>
        <translation>双线</translation>
    </message>
</context>
<context>
    <name>haibao::ui::WarpMode</name>
    <message>
        <source>Warp</source>
        <translation>变形</translation>
    </message>
</context>
</TS>
