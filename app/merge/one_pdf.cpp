// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/merge/one_pdf.h"

#include <chrono>

#include "app/export/pdf/pdf.h"
#include "app/export/poster_export.h"
#include "app/merge/fit.h"
#include "app/render/build.h"

namespace haibao::merge {
namespace {

/// Row after row becomes a page; `report` gets what happened to each.
class Pages {
public:
    Pages(const MergeTask& task, const QSet<qint64>& bad, const typeset::FontSet& fonts, const MergeRunOptions& options, PdfWriter writer,
          double page_width)
        : task_(task), bad_(bad), fonts_(fonts), options_(options), writer_(std::move(writer)), page_width_(page_width), pictures_(task.pictures) {}

    /// Errors: of the table, of the writer.
    Result<void> add_all(TableReader& reader) {
        for (;;) {
            if (options_.stop.stop_requested()) return fail(ErrorKind::cancelled, "The merge was cancelled; nothing was written.");
            auto row = reader.next();
            if (!row) return pass_on(row);
            if (!*row) return {};
            const auto begin = std::chrono::steady_clock::now();
            RowResult result{.row = (*row)->number, .state = RowState::failed};
            if (auto added = add(**row, result); !added) return added;
            result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
            report_.rows.push_back(std::move(result));
            if (options_.finished) options_.finished(report_.rows.back(), static_cast<qint64>(report_.rows.size()));
        }
    }

    Result<MergeReport> finish() {
        if (page_ == 0) return std::move(report_);
        auto written = writer_.finish(task_.one_pdf, task_.if_exists);
        if (!written) return pass_on(written);
        auto sha256 = file_sha256(written->file);
        for (RowResult& row : report_.rows)
            if (row.state == RowState::done) {
                row.file = written->file;
                row.bytes = written->bytes;
                if (sha256) row.sha256 = *sha256;
            }
        report_.files = {written->file};
        return std::move(report_);
    }

private:
    Result<void> add(const TableRow& row, RowResult& result) {
        if (bad_.contains(row.number)) {
            result.state = RowState::invalid;
            return {};
        }
        FilledPoster filled = fill_row(task_, row, fonts_, pictures_);
        if (filled.skipped || has_errors(filled.problems)) {
            result.state = filled.skipped ? RowState::skipped : RowState::invalid;
            return {};
        }
        if (options_.painted) {
            auto ground = options_.painted(row.number);
            if (!ground) {
                result.message = QString::fromStdString(ground.error().message);
                return {};
            }
            set_ground(filled.poster, std::move(*ground));
        }
        if (options_.last_look) {
            auto said = options_.last_look(row.number, filled.poster);
            result.message = said ? *said : QString::fromStdString(said.error().message);
            if (!said) return {};
        }
        render::DisplayList list = render::build(filled.poster, fonts_, {.marks = render::Marks::none, .pictures = pictures_store_});
        const double factor = page_width_ / list.page.points().width();
        if (auto added = writer_.add_page(scaled(std::move(list), factor)); !added) return added;
        result.state = RowState::done;
        result.page = ++page_;
        return {};
    }

    const MergeTask& task_;
    const QSet<qint64>& bad_;
    const typeset::FontSet& fonts_;
    const MergeRunOptions& options_;
    PdfWriter writer_;
    double page_width_;  ///< points, of the trimmed page
    PictureFolder pictures_;
    std::shared_ptr<render::PictureStore> pictures_store_ = std::make_shared<render::PictureStore>(qsizetype{64} << 20);
    MergeReport report_;
    int page_ = 0;
};

}  // namespace

Result<MergeReport> write_one_pdf(const MergeTask& task, const QSet<qint64>& bad, const typeset::FontSet& fonts, const MergeRunOptions& options,
                                  TableReader reader) {
    auto size = plan_poster(task.poster.page, task.preset);
    if (!size) return pass_on(size);
    auto pdf = pdf_options(task.preset, about_poster(task.poster));
    if (!pdf) return pass_on(pdf);
    pdf->stop = options.stop;
    auto writer = PdfWriter::create(std::move(*pdf));
    if (!writer) return pass_on(writer);
    Pages pages(task, bad, fonts, options, std::move(*writer), size->points.width());
    if (auto added = pages.add_all(reader); !added) return pass_on(added);
    return pages.finish();
}

}  // namespace haibao::merge
