// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words of haibao-inspector, which has no Qt to translate them: one line per word, in English, Chinese and Brazilian
// Portuguese. {} stands for what is put in.
#define HAIBAO_INSPECTOR_WORDS(WORD)                                                                                                              \
    WORD(title, "Haibao Inspector", "海报观察器", "Inspetor do Haibao")                                                                          \
    WORD(live, "live", "实时", "ao vivo")                                                                                                       \
    WORD(recorded, "recorded", "录制", "gravado")                                                                                               \
    WORD(ended, "the worker has ended", "工作进程已结束", "o processo terminou")                                                                \
    WORD(nothing_runs, "nothing runs", "空闲", "nada em execução")                                                                              \
    WORD(play, "Play", "播放", "Reproduzir")                                                                                                    \
    WORD(pause, "Pause", "暂停", "Pausar")                                                                                                      \
    WORD(follow, "Follow", "跟随", "Acompanhar")                                                                                                \
    WORD(record, "Record", "录制", "Gravar")                                                                                                    \
    WORD(stop_recording, "Stop recording", "停止录制", "Parar gravação")                                                                        \
    WORD(close, "Close", "关闭", "Fechar")                                                                                                      \
    WORD(fit, "Fit", "适合", "Ajustar")                                                                                                         \
    WORD(timeline, "Timeline", "时间线", "Linha do tempo")                                                                                      \
    WORD(stages, "stages", "阶段", "etapas")                                                                                                    \
    WORD(graphs, "graphs", "计算图", "grafos")                                                                                                  \
    WORD(operations, "operations", "运算", "operações")                                                                                         \
    WORD(where_time_goes, "Where the time goes", "时间用在哪里", "Onde o tempo é gasto")                                                        \
    WORD(in_the_visible_part, "in the visible part", "可见部分", "na parte visível")                                                            \
    WORD(operation, "Operation", "运算", "Operação")                                                                                            \
    WORD(time_share, "Time", "时间", "Tempo")                                                                                                   \
    WORD(count, "Count", "次数", "Vezes")                                                                                                       \
    WORD(memory, "Memory", "内存", "Memória")                                                                                                   \
    WORD(peak, "peak {}", "峰值 {}", "pico {}")                                                                                                 \
    WORD(plan, "plan {}", "计划 {}", "plano {}")                                                                                                \
    WORD(no_plan, "no plan", "无计划", "sem plano")                                                                                             \
    WORD(tokens, "Visual tokens", "视觉词元", "Tokens visuais")                                                                                 \
    WORD(entropy, "Entropy", "熵", "Entropia")                                                                                                  \
    WORD(ids, "Ids", "编号", "Ids")                                                                                                             \
    WORD(picture_of, "Picture {}", "图片 {}", "Imagem {}")                                                                                      \
    WORD(small_grid, "small grid", "小网格", "grade pequena")                                                                                   \
    WORD(large_grid, "large grid", "大网格", "grade grande")                                                                                    \
    WORD(drawn_of, "{} of {} drawn", "已生成 {} / {}", "{} de {} gerados")                                                                      \
    WORD(bits, "{} bits, {} candidates", "{} 比特，{} 个候选", "{} bits, {} candidatos")                                                        \
    WORD(row_column, "row {}, column {}", "第 {} 行，第 {} 列", "linha {}, coluna {}")                                                          \
    WORD(preview, "Preview", "预览", "Prévia")                                                                                                  \
    WORD(step_of, "step {} of {}", "第 {} / {} 步", "passo {} de {}")                                                                           \
    WORD(finished_picture, "finished picture", "完成的图片", "imagem pronta")                                                                   \
    WORD(curves, "Guidance and norms", "引导与范数", "Orientação e normas")                                                                     \
    WORD(noise, "noise left", "剩余噪声", "ruído restante")                                                                                     \
    WORD(latent, "latents", "潜变量", "latentes")                                                                                               \
    WORD(velocity, "with the prompt", "有提示词", "com o prompt")                                                                               \
    WORD(unconditional, "without", "无提示词", "sem o prompt")                                                                                  \
    WORD(difference, "difference", "差值", "diferença")                                                                                         \
    WORD(guided, "followed", "实际方向", "seguido")                                                                                             \
    WORD(guidance, "guidance {}", "引导强度 {}", "orientação {}")                                                                               \
    WORD(reckoned, "reckoned from earlier steps", "由前面的步骤推得", "deduzido de passos anteriores")                                 \
    WORD(device, "Device and threads", "设备与线程", "Dispositivo e threads")                                                                   \
    WORD(model, "Model", "模型", "Modelo")                                                                                                      \
    WORD(precision, "Precision", "精度", "Precisão")                                                                                            \
    WORD(threads, "Threads", "线程", "Threads")                                                                                                 \
    WORD(free_memory, "Free memory", "可用内存", "Memória livre")                                                                               \
    WORD(thread, "Thread", "线程", "Thread")                                                                                                    \
    WORD(load, "Load", "负载", "Carga")                                                                                                         \
    WORD(log, "Log", "日志", "Registro")                                                                                                        \
    WORD(loading, "getting ready", "准备中", "preparando")                                                                                      \
    WORD(reading_sources, "reading references", "读取参考图", "lendo referências")                                                              \
    WORD(composing, "composing", "构图", "compondo")                                                                                            \
    WORD(painting, "painting", "绘制", "pintando")                                                                                              \
    WORD(finishing, "finishing", "收尾", "finalizando")                                                                                         \
    WORD(nothing_yet, "Nothing yet.", "暂无内容。", "Nada ainda.")                                                                              \
    WORD(welcome, "What do you want to look at?", "想看什么？", "O que você quer ver?")                                                         \
    WORD(running_workers, "Running workers", "正在运行的工作进程", "Processos em execução")                                                     \
    WORD(no_workers, "None offers itself. In Haibao choose Help → Inspector, or run haibao-cli generate --inspect.",                              \
         "没有可连接的进程。请在海报中选择“帮助 → 观察器”，或运行 haibao-cli generate --inspect。",                                               \
         "Nenhum se oferece. No Haibao escolha Ajuda → Inspetor, ou execute haibao-cli generate --inspect.")                                      \
    WORD(waiting_for_worker, "Waiting for a worker…", "正在等待工作进程…", "Aguardando um processo…")                                           \
    WORD(attach_to, "Attach to process {}", "连接进程 {}", "Conectar ao processo {}")                                                           \
    WORD(recorded_trace, "Recorded trace", "录制的跟踪文件", "Rastro gravado")                                                                  \
    WORD(drop_a_file, "Drop a file into this window, or give its name:", "把文件拖到此窗口，或输入文件名：",                                     \
         "Solte um arquivo nesta janela ou informe o nome:")                                                                                      \
    WORD(open, "Open", "打开", "Abrir")                                                                                                         \
    WORD(recording_to, "recording to {}", "录制到 {}", "gravando em {}")
