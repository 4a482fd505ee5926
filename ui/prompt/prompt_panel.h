// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <filesystem>
#include <optional>
#include <vector>

#include "app/document/poster.h"
#include "inference/pipeline/speed.h"
#include "ui/prompt/reference_list.h"
#include "ui/prompt/size_presets.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace haibao::ui {

class CappedBox;
class PromptEdit;
class Suggestions;

/// What is to become of a quoted text.
enum class Lettering { live, painted, both };

struct QuotedText {
    QString text;
    Lettering lettering = Lettering::live;
    QString role;  ///< as in document::TextLayer; empty = found by the placement
    bool operator==(const QuotedText&) const = default;
};

/// What the panel asks for.
struct Draft {
    QString prompt;
    std::vector<QuotedText> texts;
    document::Page page;
    QSize painted;               ///< pixels
    quint64 seed = 0;
    int count = 1;
    std::optional<int> steps;    ///< empty = the model's own
    std::optional<double> guidance;
    Speed speed = Speed::exact;
    std::vector<std::filesystem::path> references;  ///< picture files
};

/// The form for people: what, words on the poster, size by purpose, look; the technical rest under Advanced.
class PromptPanel : public QWidget {
    Q_OBJECT
public:
    explicit PromptPanel(QWidget* parent = nullptr);

    Draft draft() const;
    /// What is filled in, to go on with in another panel; the size is the poster's.
    struct State;
    State state() const;
    void set_state(const State& state);
    void set_prompt(const QString& prompt);
    /// As it stood when the program ended, however it ended.
    void restore_prompt();
    void set_seed(quint64 seed);
    void set_page(const document::Page& page);
    /// What the model does where no number is chosen.
    void set_model_defaults(int steps, double guidance);
    void set_lettering_default(Lettering lettering) { default_lettering_ = lettering; }
    void add_reference(const QImage& image);
    /// Under the button: how long it will take, whether it fits.
    void set_estimate(const QString& sentence, bool fits = true);
    /// Beside the prompt: why it cannot be painted; empty takes it away.
    void set_problem(const QString& sentence);
    /// Beside the prompt, while it stays as it is: what will go wrong when it is painted; empty takes it away.
    void set_warning(const QString& sentence);
    void set_running(bool running);
    /// As if the button were pressed.
    void start();
    PromptEdit* editor() const { return editor_; }
    Suggestions* suggestions() const { return suggestions_; }
    /// Words the model knows, offered below the prompt; none when it knows everything.
    void set_suggestions(const QStringList& words);

signals:
    void generate_requested();
    void cancel_requested();
    void changed();
    void page_chosen(const haibao::document::Page& page);

protected:
    void changeEvent(QEvent* event) override;

private:
    void add_texts(QVBoxLayout* layout);
    void add_size(QVBoxLayout* layout);
    void add_advanced(QVBoxLayout* layout);
    void add_action(QVBoxLayout* layout);
    void update_texts();
    void show_chips();
    /// What each text is for and what it is set in: the prompt's other words say it. Found in the background, soon after the last key…
    void find_chip_words();
    /// …and said beside each.
    void note_chips();
    void connect_size();
    void choose_size();
    void cap_size();
    void say_size_limit();
    void update_speed();
    void roll_seed();
    void show_favourite();
    void show_history();

    QTimer keep_;  ///< what is typed is kept soon after the last key
    PromptEdit* editor_;
    QLabel *problem_, *warning_, *estimate_, *hint_;
    QWidget* chips_;
    QVBoxLayout* chip_rows_;
    QList<QLabel*> chip_notes_;
    struct ChipWords {
        QString role, family;
    };
    std::vector<ChipWords> chip_words_;  ///< of the texts, in their order
    int chip_searches_ = 0;              ///< the last answer is the one that counts
    QTimer find_soon_;
    QComboBox* size_;
    CappedBox *width_, *height_;
    QLabel* size_limit_;
    QComboBox* unit_;
    QWidget* custom_size_;
    ReferenceList* references_;
    Suggestions* suggestions_;
    QScrollArea* form_;
    QToolButton* advanced_toggle_;
    QWidget* advanced_;
    QSpinBox *count_, *steps_;
    QDoubleSpinBox* guidance_;
    QComboBox *quality_, *speed_;
    QLineEdit* seed_;
    QToolButton *seed_lock_, *dice_, *history_, *favourite_;
    QPushButton* generate_;
    QPushButton* cancel_;
    int model_steps_ = 30;
    double model_guidance_ = 1.5;
    std::vector<SizePreset> presets_;
    std::vector<QuotedText> texts_;
    Lettering default_lettering_ = Lettering::live;
};

struct PromptPanel::State {
    QString prompt, seed;
    std::vector<QuotedText> texts;
    bool seed_locked = false, advanced = false;
    int count = 0, quality = 0, speed = 0, steps = 0;
    double guidance = 0;
    ReferenceList::Kept references;
};

}  // namespace haibao::ui
