// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "app/document/poster.h"
#include "app/enlarge/model_enlarger.h"

namespace haibao::enlarge {

/// A picture in its file's bytes, and the size that it is to fit into, pixels.
struct PictureTask {
    document::EmbeddedPicture picture;
    QSize size;
};

/// Makes pictures larger one after the other, in the event loop of the thread that it lives in: each becomes a PNG that says of
/// itself what the picture said.
class PicturesEnlarger : public QObject {
    Q_OBJECT
public:
    /// `by`: a model; nothing: Lanczos.
    PicturesEnlarger(std::vector<PictureTask> tasks, std::optional<ByModel> by, generate::WorkerOptions worker);
    ~PicturesEnlarger() override;

    /// Begins; ends with exactly one of finished() and failed(), as later events. Errors: those of decoding and of
    /// ModelEnlarger, cancelled.
    void start();
    /// From any thread. A model stops within a layer; its finished tiles are kept, and the same tasks go on with the next one.
    void cancel();

signals:
    /// Of picture `picture`, from 0; `tiles` 0: by Lanczos. `fraction`: of everything.
    void progressed(int picture, int done, int tiles, double fraction);
    /// In the order of the tasks.
    void finished(const std::vector<haibao::document::EmbeddedPicture>& larger);
    void failed(const haibao::Error& error);

private:
    void next();
    Result<document::EmbeddedPicture> by_lanczos(const PictureTask& task, const QImage& image) const;
    Result<void> begin_model(const PictureTask& task, const QImage& image);
    void model_finished();
    void end(const std::optional<Error>& error);

    std::vector<PictureTask> tasks_;
    std::optional<ByModel> by_;
    generate::WorkerOptions worker_;
    std::unique_ptr<ModelEnlarger> model_;
    std::vector<document::EmbeddedPicture> larger_;
    std::stop_source stop_;
};

}  // namespace haibao::enlarge
