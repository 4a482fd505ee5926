// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <memory>

#include "app/gallery/picture.h"
#include "app/gallery/thumbnails.h"

namespace haibao::gallery {

struct LoadedThumbnail {
    PictureId id = PictureId::none;
    int side = 0;
    QImage image;  ///< null: the file is missing or damaged
};

/// Thumbnails for a grid: asked for by what is on the screen, found in the cache or made, on threads of its own. What was
/// asked for last comes first, and forget_waiting() leaves out what has scrolled away. Once in its life it makes room in a
/// cache of more than `most_bytes`.
class ThumbnailLoader : public QObject {
    Q_OBJECT
public:
    /// `cache`: see Thumbnails::usual_file(). Without a cache that can be written thumbnails are made each time.
    explicit ThumbnailLoader(std::filesystem::path cache, int threads = 2, std::int64_t most_bytes = usual_cache_bytes, QObject* parent = nullptr);
    ~ThumbnailLoader() override;

    void request(PictureId id, const std::filesystem::path& file, const Sha256Bytes& sha256, int side);
    /// Forgets everything that is not begun.
    void forget_waiting();
    int waiting() const;

signals:
    void ready(const haibao::gallery::LoadedThumbnail& thumbnail);

private:
    struct Shared;
    std::shared_ptr<Shared> shared_;
};

}  // namespace haibao::gallery
