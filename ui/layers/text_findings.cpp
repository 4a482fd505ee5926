// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/text_findings.h"

#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/proof/live.h"
#include "ui/canvas/layer_geometry.h"
#include "ui/canvas/text_stand.h"
#include "ui/style/finding_words.h"
#include "ui/style/font_names.h"
#include "ui/style/language.h"
#include "ui/style/notice.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

using document::TextLayer;
using document::TextStyle;
using typeset::Lack;

constexpr int most_named = 12;      // characters in a sentence
constexpr int most_families = 8;    // in a menu
constexpr double smallest_cleared = 0.6;  // of its size, as when a text is turned

/// The codes of findings that a Lack says better.
bool said_by_remedy(const QString& code) { return code == "missing-glyphs" || code == "missing-font" || code == "fallback-used"; }

const document::Text* text_of(const PosterSession* session) {
    const document::Layer* layer = session ? session->selected() : nullptr;
    const auto* content = layer ? std::get_if<TextLayer>(&layer->content) : nullptr;
    return content ? &content->text : nullptr;
}

bool can_be_cleared(const PosterSession& session) {
    const document::Layer* layer = session.selected();
    if (!layer || layer->locked || layer->placement.rotation != 0) return false;
    return std::ranges::none_of(groups_around(session.poster(), layer->id), [](const document::Layer* group) { return group->locked || group->placement.rotation != 0; });
}

QString sentence_of(const Lack& lack) {
    if (!lack.installed) return TextFindings::tr("The font “%1” is not installed; another one stands in for it.").arg(lack.family);
    const QString named = lack.characters.mid(0, most_named).join(' ') + (lack.characters.size() > most_named ? " …" : "");
    return TextFindings::tr("“%2” has no %1; another font stands in.").arg(named, shown_family(lack.family));
}

/// For the whole text at once: its own style and those of its spans.
void for_styles(document::Text& text, const QString& family, const std::function<void(TextStyle&)>& edit) {
    if (text.style.font.family == family) edit(text.style);
    for (document::Span& span : text.spans)
        if (span.style.font.family == family) edit(span.style);
}

}  // namespace

TextFindings::TextFindings(QWidget* parent) : QWidget(parent), rows_(new QVBoxLayout(this)) {
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setSpacing(metrics::small_gap);
    hide();
}

void TextFindings::set_session(PosterSession* session) {
    if (session_) session_->disconnect(this);
    session_ = session;
    if (session_) {
        connect(session_, &PosterSession::changed, this, &TextFindings::refresh);
        connect(session_, &PosterSession::selection_changed, this, &TextFindings::refresh);
        connect(session_, &PosterSession::findings_changed, this, [this] { present(std::move(remedies_)); });
    }
    refresh();
}

void TextFindings::refresh() {
    if (session_ && session_->previewing()) return;
    const quint64 question = ++asked_;
    const document::Text* now = text_of(session_);
    if (!now) return present({});
    QThreadPool::globalInstance()->start([self = QPointer<TextFindings>(this), text = *now, question] {
        const auto fonts = typeset::FontSet::system();
        std::vector<Remedy> remedies;
        for (Lack& lack : typeset::lacking(text, *fonts)) {
            Remedy remedy;
            remedy.for_all = fonts->families_covering(typeset::characters_of(text), text.lang).mid(0, most_families);
            remedy.for_some = fonts->families_covering(lack.code_points, text.lang).mid(0, most_families);
            remedy.lack = std::move(lack);
            remedies.push_back(std::move(remedy));
        }
        QMetaObject::invokeMethod(qApp, [self, question, remedies = std::move(remedies)]() mutable {
            if (!self || self->asked_ != question) return;
            self->present(std::move(remedies));
            emit self->checked();
        });
    });
}

void TextFindings::present(std::vector<Remedy> remedies) {
    remedies_ = std::move(remedies);
    QStringList sentences;
    qsizetype overlap = -1;  // the last of these sentences; one way clears all
    if (const document::Layer* layer = session_ ? session_->selected() : nullptr)
        for (const render::Finding& finding : session_->findings())
            if (finding.layer == layer->name && !said_by_remedy(finding.code)) {
                if (finding.code == "overlapping") overlap = sentences.size();
                sentences << words_of(finding);
            }
    const qsizetype plain = sentences.size();
    const QString unreadable = unreadable_words();
    if (!unreadable.isEmpty()) sentences << unreadable;
    for (const Remedy& remedy : remedies_) sentences << sentence_of(remedy.lack) + remedy.for_all.join(',') + remedy.for_some.join(',');
    if (sentences == presented_) return;  // every letter that is typed asks
    presented_ = sentences;
    clear(*rows_);
    for (qsizetype i = 0; i < plain; ++i) {
        auto* notice = new Notice(sentences[i]);
        if (QWidget* button = i == overlap ? clear_button() : nullptr) notice->add(button);
        rows_->addWidget(notice);
    }
    if (!unreadable.isEmpty()) {
        auto* notice = new Notice(unreadable);
        notice->add(ink_button());
        rows_->addWidget(notice);
    }
    for (const Remedy& remedy : remedies_) {
        auto* notice = new Notice(sentence_of(remedy.lack));
        notice->add(remedy_button(remedy));
        rows_->addWidget(notice);
    }
    setVisible(!sentences.isEmpty());
}

QString TextFindings::unreadable_words() const {
    const document::Layer* layer = session_ ? session_->selected() : nullptr;
    if (!layer || layer->locked || !groups_around(session_->poster(), layer->id).empty()) return {};
    const auto found = legibility(session_->poster(), *layer, session_->backdrop());
    return found && found->hard_to_read() ? in_user_words(proof::unreadable_sentence(layer->name, found->contrast, found->needed)) : QString();
}

QWidget* TextFindings::ink_button() {
    auto* button = new QToolButton;
    button->setObjectName("readable-ink");
    button->setText(tr("Readable colour"));
    button->setToolTip(tr("Takes the colour of another text, or a tone of the background that can be read on it"));
    connect(button, &QToolButton::clicked, this, [this] {
        const document::Layer* layer = session_ ? session_->selected() : nullptr;
        if (!layer || layer->locked) return;
        session_->change(lasting(this, QT_TR_NOOP("Readable colour")), [&, id = layer->id](document::Poster& poster) {
            std::get<TextLayer>(poster.find(id)->content).contrast = 1;  // from now on nobody's choice
            choose_ink(poster, id, session_->backdrop());
        });
    });
    return button;
}

QWidget* TextFindings::clear_button() {
    if (!can_be_cleared(*session_)) return nullptr;
    auto* button = new QToolButton;
    button->setObjectName("move-clear");
    button->setText(tr("Move it clear"));
    button->setToolTip(tr("Moves this text to the nearest place that is free of other texts, smaller where it needs to be"));
    connect(button, &QToolButton::clicked, this, [this] {
        if (!session_ || !can_be_cleared(*session_)) return;
        const document::LayerId id = session_->selected()->id;  // the other one of the two may be selected by now
        session_->change(lasting(this, QT_TR_NOOP("Move it clear")), [&](document::Poster& poster) {
            TypeOnPage type(poster, session_->backdrop());
            stand_clear(poster, id, type, smallest_cleared);
        });
    });
    return button;
}

QWidget* TextFindings::remedy_button(const Remedy& remedy) {
    const Lack& lack = remedy.lack;
    if (remedy.for_all.isEmpty() && remedy.for_some.isEmpty()) {
        auto* none = new QLabel(tr("No installed font has it. Install one that does, or choose other words."));
        none->setWordWrap(true);
        return none;
    }
    auto* button = new QToolButton;
    button->setObjectName("use-other-font");
    // A face that was chosen stays; where it is not there at all another one takes the whole text.
    const bool whole = remedy.for_some.isEmpty() || (!lack.installed && !remedy.for_all.isEmpty());
    const QString best = whole ? remedy.for_all.first() : remedy.for_some.first();
    button->setText(whole ? tr("Use %1").arg(shown_family(best)) : tr("Take them from %1").arg(shown_family(best)));
    button->setToolTip(whole ? tr("Sets the whole text in a font that has every character of it") : tr("Keeps the font; only what it lacks comes from another one"));
    button->setPopupMode(QToolButton::MenuButtonPopup);
    connect(button, &QToolButton::clicked, this, [this, lack, best, whole] { whole ? use_family(lack, best) : add_fallback(lack, best); });
    auto* menu = new QMenu(button);
    for (const QString& family : remedy.for_all)
        menu->addAction(tr("Whole text in %1").arg(shown_family(family)), this, [this, lack, family] { use_family(lack, family); });
    if (lack.installed) {
        menu->addSeparator();
        for (const QString& family : remedy.for_some)
            menu->addAction(tr("Only %1 from %2").arg(lack.characters.mid(0, 4).join(' '), shown_family(family)), this, [this, lack, family] { add_fallback(lack, family); });
    }
    button->setMenu(menu);
    return button;
}

void TextFindings::use_family(const Lack& lack, const QString& family) {
    const document::Layer* layer = session_ ? session_->selected() : nullptr;
    if (!layer) return;
    session_->change_layer(lasting(this, QT_TR_NOOP("Font")), layer->id, [&](document::Layer& changed) {
        if (auto* text = std::get_if<TextLayer>(&changed.content))
            for_styles(text->text, lack.family, [&](TextStyle& style) { style.font = {.family = family, .face = style.font.face, .axes = {}, .file_hash = {}}; });
    });
}

void TextFindings::add_fallback(const Lack& lack, const QString& family) {
    const document::Layer* layer = session_ ? session_->selected() : nullptr;
    if (!layer) return;
    session_->change_layer(lasting(this, QT_TR_NOOP("Font for missing characters")), layer->id, [&](document::Layer& changed) {
        if (auto* text = std::get_if<TextLayer>(&changed.content))
            for_styles(text->text, lack.family, [&](TextStyle& style) {
                style.fallback.removeAll(family);
                style.fallback.prepend(family);
            });
    });
}

}  // namespace haibao::ui
