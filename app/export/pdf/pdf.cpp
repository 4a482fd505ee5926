// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/pdf.h"

#include <new>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>

#include "app/export/pdf/document.h"
#include "app/export/pdf/marks.h"
#include "app/export/pdf/metadata.h"
#include "app/export/pdf/objects.h"
#include "app/export/pdf/page_painter.h"

namespace haibao {

using namespace pdf;

struct PdfWriter::Parts : Document {
    using Document::Document;
};

namespace {

class SinkPipeline final : public Pipeline {
public:
    explicit SinkPipeline(const PdfSink& sink) : Pipeline("sink", nullptr), sink_(sink) {}
    void write(const unsigned char* data, std::size_t length) override {
        buffer_.insert(buffer_.end(), data, data + length);
        bytes_ += length;
        if (buffer_.size() >= 1 << 18) flush();
        if (error_) throw std::runtime_error("sink");  // ends the writing
    }
    void finish() override { flush(); }  // libqpdf calls it in destructors, too: no exception here
    std::uint64_t bytes() const { return bytes_; }
    std::optional<Error>& error() { return error_; }

private:
    void flush() {
        if (!error_)
            if (auto written = sink_(buffer_); !written) error_ = std::move(written.error());
        buffer_.clear();
    }
    const PdfSink& sink_;
    std::optional<Error> error_;
    std::vector<std::uint8_t> buffer_;
    std::uint64_t bytes_ = 0;
};

/// libqpdf and Qt throw; nothing of that leaves this folder.
template <class Work>
auto guarded(const Work& work) -> decltype(work()) {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return fail(ErrorKind::out_of_memory, "Memory ran out while the PDF was made; a lower effect resolution or smaller pictures help.");
    } catch (const std::exception& error) {
        return std::unexpected(Error{ErrorKind::internal, "The PDF could not be made.", error.what()});
    }
}

std::string box(const QRectF& rect) { return "[ " + numbers({rect.left(), rect.top(), rect.right(), rect.bottom()}, 4) + " ]"; }

Result<void> check(const PdfOptions& options) {
    const bool has_print_profile = options.intent && options.intent->space() == ColourSpace::cmyk && options.intent->profile_class() == ProfileClass::printer;
    if (options.intent && !has_print_profile)
        return fail(ErrorKind::invalid_input, "The profile “{}” does not describe a CMYK press; choose one such as FOGRA39L_coated.", options.intent->name());
    if (options.standard == PdfStandard::x4 && !options.intent) return fail(ErrorKind::invalid_input, "PDF/X-4 needs the printer's CMYK profile; choose one such as FOGRA39L_coated.");
    if (options.colour == PdfColour::cmyk && !options.intent) return fail(ErrorKind::invalid_input, "A PDF in CMYK needs the printer's profile; choose one such as FOGRA39L_coated.");
    return {};
}

void add_catalog(Document& document) {
    QPDF& file = *document.pdf;
    QPDFObjectHandle root = file.getRoot();
    const PdfOptions& options = document.options;
    root.replaceKey("/Metadata", stream(file, xmp_packet(options, document.content_hash.result()), "/Type /Metadata /Subtype /XML"));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    if (options.intent) {
        const auto profile = stream(file, options.intent->bytes().toStdString(), "/N 4 /Alternate /DeviceCMYK");
        const QString name = QString::fromStdString(options.intent->name());
        root.replaceKey("/OutputIntents", QPDFObjectHandle::parse(&file, std::format("[ << /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier {} /Info {} /RegistryName (http://www.color.org) "
                                                                                    "/DestOutputProfile {} >> ]",
                                                                                    text_string(QString::fromStdString(options.intent->condition())), text_string(name), reference(profile))));
    }
    file.getTrailer().replaceKey("/Info", indirect(file, info_dictionary(options)));
}

void add_totals(Document& document) {
    PdfReport& report = document.report;
    report.fonts = document.fonts.names();
    report.outlined_fonts = document.fonts.outlined();
    const InkStatistics& inks = document.images.inks();
    report.most_ink_percent = document.colours.cmyk() ? std::max(document.colours.most_ink_percent(), inks.most_percent) : 0;
    report.pixels_above_limit = inks.above;
    for (const QString& font : report.outlined_fonts)
        document.find({}, "font-outlined", QStringLiteral("The font %1 does not allow to be put into a PDF: its text is drawn as shapes, and can still be selected.").arg(font));
    if (report.most_ink_percent > document.options.ink_limit_percent)
        document.find({}, "ink-limit", QStringLiteral("Up to %1 % ink lie on one spot; the limit is %2 %.").arg(report.most_ink_percent).arg(document.options.ink_limit_percent));
}

}  // namespace

PdfWriter::PdfWriter(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
PdfWriter::PdfWriter(PdfWriter&&) noexcept = default;
PdfWriter& PdfWriter::operator=(PdfWriter&&) noexcept = default;
PdfWriter::~PdfWriter() = default;

Result<PdfWriter> PdfWriter::create(PdfOptions options) {
    if (auto fine = check(options); !fine) return pass_on(fine);
    options.date = date_of(options.date);
    if (options.title.isEmpty() && options.standard == PdfStandard::x4) options.title = QStringLiteral("Poster");  // must not be empty
    return guarded([&]() -> Result<PdfWriter> {
        auto file = std::make_unique<QPDF>();
        file->emptyPDF();
        file->setSuppressWarnings(true);
        auto colours = Colours::create(*file, options);
        if (!colours) return pass_on(colours);
        return PdfWriter(std::make_unique<Parts>(std::move(options), std::move(file), std::move(*colours)));
    });
}

Result<void> PdfWriter::add_page(const render::DisplayList& page) {
    return guarded([&]() -> Result<void> {
        Document& document = *parts_;
        const QSizeF size = page.page.points();
        if (!(size.width() > 0 && size.height() > 0 && size.width() < 1e6 && size.height() < 1e6)) return fail(ErrorKind::invalid_input, "A page of {} × {} points cannot be written.", size.width(), size.height());
        const int number_of_page = ++document.report.pages;
        const PageGeometry geometry = geometry_of(page.page, document.options);
        document.report.findings.insert(document.report.findings.end(), page.findings.begin(), page.findings.end());
        if (geometry.scale != 1)
            document.find({}, "page-scaled", QStringLiteral("Page %1 is larger than a PDF page may be (5.08 m): it is written at 1:10.").arg(number_of_page));
        auto content = PagePainter(document, page, geometry, number_of_page).paint();
        if (!content) return pass_on(content);
        draw_marks(*content, document, geometry, number_of_page);
        document.content_hash.addData(content->data());
        const auto data = stream(*document.pdf, content->data(), "");
        const auto object = indirect(*document.pdf, std::format("<< /Type /Page /MediaBox {} /BleedBox {} /TrimBox {} /Group << /S /Transparency /CS {} >> /Resources {} /Contents {} >>", box(geometry.media),
                                                                box(geometry.bleed), box(geometry.trim), document.colours.group_space(), content->resources(), reference(data)));
        QPDFPageDocumentHelper(*document.pdf).addPage(object, false);
        return {};
    });
}

Result<PdfReport> PdfWriter::finish(const PdfSink& sink) {
    return guarded([&]() -> Result<PdfReport> {
        Document& document = *parts_;
        if (document.report.pages == 0) return fail(ErrorKind::invalid_input, "A PDF needs at least one page.");
        if (auto written = document.fonts.finish(); !written) return pass_on(written);
        document.content_hash.addData((document.options.title + document.options.date.toString(Qt::ISODate)).toUtf8());
        add_catalog(document);
        add_totals(document);
        SinkPipeline pipeline(sink);
        QPDFWriter writer(*document.pdf);
        writer.setOutputPipeline(&pipeline);
        writer.setDeterministicID(true);
        writer.setCompressStreams(true);
        const bool for_print = document.options.standard == PdfStandard::x4;
        writer.setObjectStreamMode(for_print ? qpdf_o_disable : qpdf_o_generate);
        writer.forcePDFVersion(for_print ? "1.6" : "1.7");
        try {
            writer.write();
        } catch (const std::exception&) {
            if (!pipeline.error()) throw;
        }
        if (pipeline.error()) return std::unexpected(*pipeline.error());
        document.report.bytes = pipeline.bytes();
        return document.report;
    });
}

Result<PdfReport> PdfWriter::finish(const std::filesystem::path& file, IfExists if_exists) {
    auto target = AtomicFile::create(file);
    if (!target) return pass_on(target);
    auto report = finish([&](std::span<const std::uint8_t> bytes) { return target->write(bytes); });
    if (!report) return report;
    auto written = target->commit(if_exists);
    if (!written) return pass_on(written);
    report->file = *written;
    return report;
}

namespace {

template <class... Target>
Result<PdfReport> write_all(std::span<const render::DisplayList> pages, const PdfOptions& options, Target&&... target) {
    auto writer = PdfWriter::create(options);
    if (!writer) return pass_on(writer);
    for (const render::DisplayList& page : pages)
        if (auto added = writer->add_page(page); !added) return pass_on(added);
    return writer->finish(std::forward<Target>(target)...);
}

}  // namespace

Result<PdfReport> write_pdf(std::span<const render::DisplayList> pages, const PdfOptions& options, const PdfSink& sink) { return write_all(pages, options, sink); }
Result<PdfReport> write_pdf(std::span<const render::DisplayList> pages, const PdfOptions& options, const std::filesystem::path& file, IfExists if_exists) {
    return write_all(pages, options, file, if_exists);
}

}  // namespace haibao
