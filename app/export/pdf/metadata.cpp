// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/metadata.h"

#include <QTimeZone>

#include "app/export/pdf/objects.h"

namespace haibao::pdf {
namespace {

const QString producer = QStringLiteral("Haibao");

/// Control characters, which XML has no way to say, become spaces.
QString escaped(const QString& text) {
    QString clean = text.toHtmlEscaped();
    for (QChar& c : clean)
        if ((c < QChar(' ') && c != '\n' && c != '\t') || c == QChar(0xfffe) || c == QChar(0xffff)) c = ' ';
    return clean;
}

QString element(const char* tag, const QString& text) { return text.isEmpty() ? QString() : QStringLiteral("<%1>%2</%1>\n").arg(QLatin1String(tag), escaped(text)); }

/// dc's containers: Alt for text in languages, Seq in order, Bag in none.
QString list(const char* tag, const char* kind, const QStringList& texts) {
    QString items;
    for (const QString& text : texts)
        if (!text.isEmpty()) items += QStringLiteral("<rdf:li%1>%2</rdf:li>").arg(QLatin1String(kind) == "Alt" ? QStringLiteral(" xml:lang=\"x-default\"") : QString(), escaped(text));
    return items.isEmpty() ? QString() : QStringLiteral("<%1><rdf:%2>%3</rdf:%2></%1>\n").arg(QLatin1String(tag), QLatin1String(kind), items);
}

QString uuid(const QByteArray& identity) {
    const QString hex = QString::fromLatin1(identity.left(16).toHex());
    return QStringLiteral("uuid:%1-%2-%3-%4-%5").arg(hex.mid(0, 8), hex.mid(8, 4), hex.mid(12, 4), hex.mid(16, 4), hex.mid(20, 12));
}

}  // namespace

QDateTime date_of(const QDateTime& wanted) {
    if (wanted.isValid()) return wanted.toUTC();
    bool is_number = false;
    const qint64 seconds = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&is_number);
    return is_number ? QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC) : QDateTime::currentDateTimeUtc();
}

std::string info_dictionary(const PdfOptions& options) {
    std::string source = "<<";
    const auto add = [&](const char* key, const QString& text) {
        if (!text.isEmpty()) source += std::format(" /{} {}", key, text_string(text));
    };
    add("Title", options.title);
    add("Author", options.author);
    add("Subject", options.description);
    add("Keywords", options.keywords.join(", "));
    add("Creator", options.creator);
    add("Producer", producer);
    const QString date = options.date.toString("'D:'yyyyMMddHHmmss'Z'");
    add("CreationDate", date);
    add("ModDate", date);
    return source + " /Trapped /False >>";
}

std::string xmp_packet(const PdfOptions& options, const QByteArray& identity) {
    const QString date = options.date.toString("yyyy-MM-ddTHH:mm:ss'Z'");
    QString body;
    body += element("dc:format", "application/pdf");
    body += list("dc:title", "Alt", {options.title});
    body += list("dc:creator", "Seq", {options.author});
    body += list("dc:description", "Alt", {options.description});
    body += list("dc:rights", "Alt", {options.rights});
    body += list("dc:subject", "Bag", options.keywords);
    for (const char* tag : {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"}) body += element(tag, date);
    body += element("xmp:CreatorTool", options.creator);
    body += element("pdf:Producer", producer);
    body += element("pdf:Keywords", options.keywords.join(", "));
    body += element("pdf:Trapped", "False");
    body += element("xmpMM:DocumentID", uuid(identity));
    body += element("xmpMM:VersionID", "1");
    body += element("xmpMM:RenditionClass", "default");
    if (options.standard == PdfStandard::x4) body += element("pdfxid:GTS_PDFXVersion", "PDF/X-4");
    const QString packet = QStringLiteral("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                                          "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\" "
                                          "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
                                          "xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
                                          "xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">\n%1</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n")
                               .arg(body);
    return packet.toStdString();
}

}  // namespace haibao::pdf
