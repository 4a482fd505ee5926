// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The prompt panel's words on the poster: a chip for each text that the prompt quotes.
#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>

#include "app/placement/type.h"
#include "inference/text/quotes.h"
#include "ui/prompt/prompt_edit.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/style/background.h"
#include "ui/style/font_names.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

constexpr int chip_breadth = 160;  // pixels for a quoted text and what is said of it
constexpr auto chip_pause = std::chrono::milliseconds(150);

}  // namespace

void PromptPanel::add_texts(QVBoxLayout* layout) {
    chips_ = new QWidget;
    chip_rows_ = new QVBoxLayout(chips_);
    chip_rows_->setContentsMargins(0, 0, 0, 0);
    chip_rows_->setSpacing(metrics::small_gap);
    hint_ = new QLabel(tr("Words in “quotes” become live text: always spelled right, and yours to move and style."));
    hint_->setWordWrap(true);
    hint_->setForegroundRole(roles::faint_text);
    layout->addWidget(heading(tr("Words on the poster")));
    layout->addWidget(hint_);
    layout->addWidget(chips_);
    find_soon_.setSingleShot(true);
    find_soon_.setInterval(chip_pause);
    connect(&find_soon_, &QTimer::timeout, this, &PromptPanel::find_chip_words);
}

void PromptPanel::update_texts() {
    set_problem({});
    std::vector<QuotedText> texts;
    const QByteArray prompt = editor_->toPlainText().toUtf8();
    for (const TitleSpan& span : title_spans({prompt.data(), std::size_t(prompt.size())})) {
        QuotedText text{QString::fromStdString(span.text).trimmed(), default_lettering_, {}};
        // What was chosen for a text goes with its words, and stays while they are being edited.
        const auto there = std::ranges::find(texts_, text.text, &QuotedText::text);
        const std::size_t place = texts.size(), before = place < texts_.size() && texts_[place].text == text.text ? place
                                                         : there != texts_.end()                                  ? std::size_t(there - texts_.begin())
                                                                                                                  : place;
        if (before < texts_.size()) {
            text.lettering = texts_[before].lettering;
            text.role = texts_[before].role;
        }
        texts.push_back(std::move(text));
    }
    if (texts != texts_) {
        texts_ = std::move(texts);
        show_chips();
    }
    find_soon_.start();
    emit changed();
}

void PromptPanel::show_chips() {
    clear(*chip_rows_);
    chip_notes_.clear();
    for (std::size_t i = 0; i < texts_.size(); ++i) {
        auto* row = new QWidget;
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto* lines = new QVBoxLayout;
        lines->setSpacing(0);
        auto* words = new QLabel(fontMetrics().elidedText("“" + texts_[i].text + "”", Qt::ElideRight, chip_breadth));
        words->setTextFormat(Qt::PlainText);
        words->setToolTip(texts_[i].text);
        auto* lettering = new QComboBox;
        lettering->addItems({tr("live text"), tr("painted by the model"), tr("both")});
        lettering->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        lettering->setMinimumContentsLength(7);
        lettering->setCurrentIndex(int(texts_[i].lettering));
        lettering->setAccessibleName(tr("How “%1” comes onto the poster").arg(texts_[i].text));
        connect(lettering, &QComboBox::currentIndexChanged, this, [this, i](int index) {
            if (i < texts_.size()) texts_[i].lettering = Lettering(index);
            note_chips();
            emit changed();
        });
        auto* note = new QLabel;
        note->setTextFormat(Qt::PlainText);
        note->setForegroundRole(roles::faint_text);
        lines->addWidget(words);
        lines->addWidget(note);
        line->addLayout(lines, 1);
        line->addWidget(lettering);
        chip_notes_ << note;
        chip_rows_->addWidget(row);
    }
    hint_->setVisible(texts_.empty());
    note_chips();
}

void PromptPanel::find_chip_words() {
    const int number = ++chip_searches_;
    if (texts_.empty()) return chip_words_.clear();
    const auto find = [prompt = editor_->toPlainText()] {
        std::vector<ChipWords> words;
        const placement::Typesetter type(typeset::FontSet::system(), placement::voice_of(prompt), prompt);
        for (const placement::PromptText& text : placement::texts_of(prompt.toStdString()))
            words.push_back({text.name, type.setting_for(text, document::WritingMode::horizontal_tb).font.family});
        return words;
    };
    in_background(this, find, [this, number](std::vector<ChipWords> words) {
        if (number != chip_searches_) return;
        chip_words_ = std::move(words);
        note_chips();
    });
}

void PromptPanel::note_chips() {
    for (std::size_t i = 0; i < std::min(texts_.size(), chip_words_.size()); ++i) {
        QStringList parts{chip_words_[i].role};
        if (texts_[i].lettering != Lettering::painted) parts << shown_family(chip_words_[i].family);
        QLabel* note = chip_notes_[qsizetype(i)];
        note->setToolTip(parts.join(" · "));
        note->setText(fontMetrics().elidedText(note->toolTip(), Qt::ElideRight, chip_breadth));
    }
}

}  // namespace haibao::ui
