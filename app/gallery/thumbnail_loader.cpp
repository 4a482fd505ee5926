// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/thumbnail_loader.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "app/gallery/picture_decode.h"

namespace haibao::gallery {
namespace {

struct Job {
    PictureId id;
    std::filesystem::path file;
    Sha256Bytes sha256;
    int side;
};

}  // namespace

struct ThumbnailLoader::Shared {
    std::filesystem::path cache;
    std::mutex lock;
    std::condition_variable_any changed;
    std::vector<Job> jobs;  ///< the last comes first
    std::vector<std::jthread> threads;
    std::int64_t most_bytes = 0;
    std::once_flag made_room;

    /// The work of one thread, with a connection of its own.
    void work(std::stop_token stop, ThumbnailLoader* loader) {
        auto thumbnails = Thumbnails::open(cache);
        if (thumbnails) std::call_once(made_room, [&] { (void)thumbnails->shrink(most_bytes); });
        while (true) {
            std::unique_lock hold(lock);
            if (!changed.wait(hold, stop, [&] { return !jobs.empty(); })) return;
            const Job job = std::move(jobs.back());
            jobs.pop_back();
            hold.unlock();
            QImage image = thumbnails ? thumbnails->find(job.sha256, job.side) : QImage();
            if (image.isNull()) {
                const auto encoded = make_thumbnail(job.file, job.side);
                if (encoded) image = QImage::fromData(*encoded);
                if (encoded && thumbnails) (void)thumbnails->put(job.sha256, job.side, *encoded);
            }
            emit loader->ready({job.id, job.side, image});
        }
    }
};

ThumbnailLoader::ThumbnailLoader(std::filesystem::path cache, int threads, std::int64_t most_bytes, QObject* parent) : QObject(parent), shared_(std::make_shared<Shared>()) {
    qRegisterMetaType<haibao::gallery::LoadedThumbnail>();
    load_decoders();
    shared_->cache = std::move(cache);
    shared_->most_bytes = most_bytes;
    for (int i = 0; i < std::max(1, threads); ++i) shared_->threads.emplace_back([this](std::stop_token stop) { shared_->work(stop, this); });
}

ThumbnailLoader::~ThumbnailLoader() {
    for (std::jthread& thread : shared_->threads) thread.request_stop();
    shared_->threads.clear();
}

void ThumbnailLoader::request(PictureId id, const std::filesystem::path& file, const Sha256Bytes& sha256, int side) {
    {
        const std::lock_guard hold(shared_->lock);
        std::erase_if(shared_->jobs, [&](const Job& job) { return job.id == id && job.side == side; });
        shared_->jobs.push_back({id, file, sha256, side});
    }
    shared_->changed.notify_one();
}

void ThumbnailLoader::forget_waiting() {
    const std::lock_guard hold(shared_->lock);
    shared_->jobs.clear();
}

int ThumbnailLoader::waiting() const {
    const std::lock_guard hold(shared_->lock);
    return static_cast<int>(shared_->jobs.size());
}

}  // namespace haibao::gallery
