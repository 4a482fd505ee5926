// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt/prompt_panel.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QRegularExpressionValidator>
#include <QSettings>
#include <QShortcut>
#include <QSpinBox>
#include <QSyntaxHighlighter>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "inference/pipeline/speed_effect.h"
#include "ui/prompt/capped_box.h"
#include "ui/prompt/prompt_edit.h"
#include "ui/prompt/prompt_history.h"
#include "ui/prompt/suggestions.h"
#include "ui/style/icons.h"
#include "ui/style/steady_area.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

/// About how many pixels are painted, by the user's word for it.
constexpr double quick_pixels = 512.0 * 512, fine_pixels = 1024.0 * 1024;
constexpr const char* prompt_setting = "prompt";
constexpr int typing_pause = 800;  // milliseconds

}  // namespace

PromptPanel::PromptPanel(QWidget* parent) : QWidget(parent), presets_(size_presets()) {
    auto* form = new SteadyArea;
    form_ = form;
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setSpacing(metrics::gap);

    auto* title = new QHBoxLayout;
    title->addWidget(heading(tr("Prompt")));
    title->addStretch(1);
    auto* quote = icon_button("format-text-blockquote", tr("Put the selected words in quotes: they become the poster's text"));
    history_ = icon_button("view-history", tr("Earlier prompts"));
    favourite_ = icon_button("favorite", tr("Keep this prompt as a favourite"));
    favourite_->setCheckable(true);
    for (QToolButton* button : {quote, favourite_, history_}) title->addWidget(button);
    layout->addLayout(title);
    editor_ = new PromptEdit;
    layout->addWidget(editor_);
    suggestions_ = new Suggestions(editor_);
    layout->addWidget(suggestions_);
    problem_ = new QLabel;
    problem_->setWordWrap(true);
    problem_->hide();
    layout->addWidget(problem_);
    warning_ = new QLabel;
    warning_->setWordWrap(true);
    warning_->setForegroundRole(roles::warning);
    warning_->hide();
    layout->addWidget(warning_);
    add_texts(layout);
    add_size(layout);
    layout->addWidget(heading(tr("Reference pictures")));
    references_ = new ReferenceList;
    layout->addWidget(references_);
    add_advanced(layout);
    layout->addStretch(1);
    form->setWidget(body);
    auto* outer = new QVBoxLayout(this);  // the button stays in sight however long the form is
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(form, 1);
    auto* action = new QVBoxLayout;
    action->setContentsMargins(metrics::padding, 0, form->margin(), metrics::padding);  // in line with the fields
    add_action(action);
    outer->addLayout(action);
    setMinimumWidth(310);

    connect_size();
    connect(quote, &QToolButton::clicked, editor_, &PromptEdit::quote_selection);
    connect(history_, &QToolButton::clicked, this, &PromptPanel::show_history);
    connect(favourite_, &QToolButton::clicked, this, [this](bool on) {
        PromptMemory().set_favourite(editor_->toPlainText(), on);
        show_favourite();
    });
    connect(editor_, &QPlainTextEdit::textChanged, this, &PromptPanel::update_texts);
    connect(editor_, &QPlainTextEdit::textChanged, this, &PromptPanel::show_favourite);
    keep_.setSingleShot(true);
    keep_.setInterval(typing_pause);
    connect(&keep_, &QTimer::timeout, this, [this] { QSettings().setValue(prompt_setting, editor_->toPlainText()); });
    connect(editor_, &QPlainTextEdit::textChanged, &keep_, qOverload<>(&QTimer::start));
    connect(editor_, &PromptEdit::submitted, generate_, &QPushButton::click);
    connect(editor_, &PromptEdit::pictures_dropped, this, [this](const QStringList& files) {
        for (const QString& file : files) references_->add_file(file);
    });
    connect(editor_, &PromptEdit::picture_pasted, references_, &ReferenceList::add_image);
    connect(references_, &ReferenceList::failed, this, &PromptPanel::set_problem);
    connect(references_, &ReferenceList::changed, this, &PromptPanel::changed);
}

void PromptPanel::add_advanced(QVBoxLayout* layout) {
    advanced_toggle_ = new QToolButton;
    advanced_toggle_->setText(tr("Advanced"));
    advanced_toggle_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    advanced_toggle_->setArrowType(Qt::RightArrow);
    advanced_toggle_->setAutoRaise(true);
    advanced_toggle_->setCheckable(true);
    layout->addWidget(advanced_toggle_);
    advanced_ = new QWidget;
    auto* form = new QFormLayout(advanced_);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);  // Portuguese has long words
    count_ = new QSpinBox;
    count_->setRange(1, 16);
    count_->setValue(2);
    form->addRow(tr("Variations"), count_);
    quality_ = new QComboBox;
    quality_->addItem(tr("Quick"), quick_pixels);
    quality_->addItem(tr("Fine"), fine_pixels);
    quality_->setToolTip(tr("How large the model paints; the page keeps its own size"));
    form->addRow(tr("Painting"), quality_);
    steps_ = new QSpinBox;
    steps_->setRange(0, 200);
    steps_->setSpecialValueText(tr("as the model likes"));
    steps_->setAccessibleName(tr("Steps"));
    steps_->setToolTip(tr("Steps: more are more careful and slower"));
    form->addRow(tr("More careful"), steps_);
    guidance_ = new QDoubleSpinBox;
    guidance_->setRange(0, 20);
    guidance_->setSingleStep(0.1);
    guidance_->setSpecialValueText(tr("as the model likes"));
    guidance_->setToolTip(tr("Guidance scale: how closely to follow the prompt; above 1 takes twice as long"));
    form->addRow(tr("Follow more closely"), guidance_);
    speed_ = new QComboBox;
    speed_->addItems({tr("Every step"), tr("Balanced"), tr("Fast")});  // in the order of Speed
    speed_->setAccessibleName(tr("Speed"));
    form->addRow(tr("Speed"), speed_);
    auto* seed_row = new QHBoxLayout;
    seed_ = new QLineEdit;
    seed_->setValidator(new QRegularExpressionValidator(QRegularExpression("[0-9]{1,15}"), seed_));
    seed_->setAccessibleName(tr("Seed"));
    seed_lock_ = icon_button("unlock", tr("Same picture again: keep this seed"));
    seed_lock_->setCheckable(true);
    dice_ = icon_button("roll", tr("Another seed"));
    if (dice_->icon().isNull()) dice_->setIcon(icon("view-refresh"));
    seed_row->addWidget(seed_, 1);
    seed_row->addWidget(seed_lock_);
    seed_row->addWidget(dice_);
    form->addRow(tr("Seed"), seed_row);
    layout->addWidget(advanced_);
    advanced_->hide();
    roll_seed();

    connect(advanced_toggle_, &QToolButton::toggled, this, [this](bool open) {
        advanced_->setVisible(open);
        advanced_toggle_->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        if (open) QTimer::singleShot(0, advanced_, [this] { form_->ensureWidgetVisible(advanced_, 0, metrics::gap); });  // once it has its place
    });
    connect(dice_, &QToolButton::clicked, this, &PromptPanel::roll_seed);
    connect(seed_lock_, &QToolButton::toggled, this, [this](bool locked) { seed_lock_->setIcon(icon(locked ? "lock" : "unlock")); });
    update_speed();
    connect(steps_, &QSpinBox::valueChanged, this, &PromptPanel::update_speed);
    connect(guidance_, &QDoubleSpinBox::valueChanged, this, &PromptPanel::update_speed);
    connect(count_, &QSpinBox::valueChanged, this, &PromptPanel::changed);
    connect(steps_, &QSpinBox::valueChanged, this, &PromptPanel::changed);
    connect(guidance_, &QDoubleSpinBox::valueChanged, this, &PromptPanel::changed);
    connect(quality_, &QComboBox::currentIndexChanged, this, &PromptPanel::changed);
    connect(speed_, &QComboBox::currentIndexChanged, this, &PromptPanel::changed);
}

void PromptPanel::add_action(QVBoxLayout* layout) {
    generate_ = new QPushButton(tr("Generate"));
    make_primary(generate_);
    generate_->setToolTip(tr("Paint this (Ctrl+Enter)"));
    cancel_ = new QPushButton(tr("Cancel"));
    cancel_->hide();
    estimate_ = new QLabel;
    estimate_->setWordWrap(true);
    estimate_->setForegroundRole(roles::faint_text);
    auto* row = new QHBoxLayout;
    row->addWidget(generate_, 1);
    row->addWidget(cancel_);
    layout->addLayout(row);
    layout->addWidget(estimate_);
    connect(generate_, &QPushButton::clicked, this, [this] {
        set_problem({});
        if (!seed_lock_->isChecked()) roll_seed();
        PromptMemory().remember(editor_->toPlainText());
        emit generate_requested();
    });
    connect(cancel_, &QPushButton::clicked, this, &PromptPanel::cancel_requested);
    auto* escape = new QShortcut(Qt::Key_Escape, this, this, [this] { if (!cancel_->isHidden()) emit cancel_requested(); });
    escape->setContext(Qt::WidgetWithChildrenShortcut);  // on the canvas Escape means other things
    cancel_->setToolTip(tr("Stop painting (Esc)"));
}

void PromptPanel::set_model_defaults(int steps, double guidance) {
    model_steps_ = steps;
    model_guidance_ = guidance;
    update_speed();
}

/// Grey where it would change nothing.
void PromptPanel::update_speed() {
    const int steps = steps_->value() > 0 ? steps_->value() : model_steps_;
    const bool matters = speed_can_matter(steps, guidance_->value() > 0 ? guidance_->value() : model_guidance_);
    speed_->setEnabled(matters);
    speed_->setToolTip(matters ? tr("Many steps (a dozen and more) need not all be computed: Balanced guesses those that change little from the ones before, "
                                    "Fast more of them")
                               : tr("A picture of %n step(s) has none to leave out: the first two and the last are always computed. From %1 steps on a "
                                    "speed can be chosen; it pays from a dozen.", nullptr, steps).arg(fewest_reckoned_steps));
}

void PromptPanel::roll_seed() { seed_->setText(QString::number(QRandomGenerator::global()->bounded(quint64{1} << 31))); }

void PromptPanel::show_favourite() {
    const QString prompt = editor_->toPlainText().trimmed();
    const bool kept = PromptMemory().is_favourite(prompt);
    favourite_->setEnabled(!prompt.isEmpty());
    favourite_->setChecked(kept);
    favourite_->setIcon(icon(kept ? "favorite-favorited" : "favorite"));
}

void PromptPanel::show_history() {
    auto* history = new PromptHistory(this);
    history->setAttribute(Qt::WA_DeleteOnClose);
    connect(history, &PromptHistory::chosen, this, &PromptPanel::set_prompt);
    connect(history, &QDialog::finished, this, &PromptPanel::show_favourite);
    history->move(history_->mapToGlobal(QPoint(0, history_->height())));
    history->show();
}

Draft PromptPanel::draft() const {
    Draft draft;
    draft.prompt = editor_->toPlainText();
    draft.texts = texts_;
    const int index = size_->currentIndex();
    if (index >= 0 && index < int(presets_.size())) draft.page = presets_[std::size_t(index)].page;
    else {
        draft.page.width = width_->value();
        draft.page.height = height_->value();
        draft.page.unit = document::PageUnit(unit_->currentData().toInt());
        if (draft.page.unit == document::PageUnit::millimetres) draft.page.dpi = 300;
    }
    draft.painted = painted_size(draft.page, quality_->currentData().toDouble());
    draft.seed = seed_->text().toULongLong();
    draft.count = count_->value();
    if (steps_->value() > 0) draft.steps = steps_->value();
    if (guidance_->value() > 0) draft.guidance = guidance_->value();
    if (speed_->isEnabled()) draft.speed = Speed(speed_->currentIndex());
    draft.references = references_->files();
    return draft;
}

PromptPanel::State PromptPanel::state() const {
    return {.prompt = editor_->toPlainText(), .seed = seed_->text(), .texts = texts_, .seed_locked = seed_lock_->isChecked(), .advanced = advanced_toggle_->isChecked(),
            .count = count_->value(), .quality = quality_->currentIndex(), .speed = speed_->currentIndex(), .steps = steps_->value(), .guidance = guidance_->value(), .references = references_->kept()};
}

void PromptPanel::set_state(const State& state) {
    set_prompt(state.prompt);
    texts_ = state.texts;
    show_chips();
    seed_->setText(state.seed);
    seed_lock_->setChecked(state.seed_locked);
    advanced_toggle_->setChecked(state.advanced);
    count_->setValue(state.count);
    quality_->setCurrentIndex(state.quality);
    speed_->setCurrentIndex(state.speed);
    steps_->setValue(state.steps);
    guidance_->setValue(state.guidance);
    references_->take_over(state.references);
}

void PromptPanel::restore_prompt() {
    if (const QString last = QSettings().value(prompt_setting).toString(); !last.isEmpty()) set_prompt(last);
}

void PromptPanel::set_prompt(const QString& prompt) { editor_->setPlainText(prompt); }

void PromptPanel::set_seed(quint64 seed) {
    seed_->setText(QString::number(seed));
    seed_lock_->setChecked(true);
    advanced_toggle_->setChecked(true);
}

void PromptPanel::add_reference(const QImage& image) { references_->add_image(image); }

void PromptPanel::set_estimate(const QString& sentence, bool fits) {
    estimate_->setText(sentence);
    estimate_->setForegroundRole(fits ? roles::faint_text : roles::warning);
}

void PromptPanel::set_problem(const QString& sentence) {
    problem_->setText(sentence);
    problem_->setForegroundRole(roles::error);
    problem_->setVisible(!sentence.isEmpty());
}

void PromptPanel::set_warning(const QString& sentence) {
    warning_->setText(sentence);
    warning_->setVisible(!sentence.isEmpty());
}

void PromptPanel::start() { generate_->click(); }
void PromptPanel::set_running(bool running) { cancel_->setVisible(running); }

void PromptPanel::set_suggestions(const QStringList& words) { suggestions_->set_words(words); }

void PromptPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange && editor_)
        for (auto* marks : editor_->document()->findChildren<QSyntaxHighlighter*>()) marks->rehighlight();  // their colours are the look's
    QWidget::changeEvent(event);
}

}  // namespace haibao::ui
