// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/empty_state.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/core/paths.h"
#include "app/export/poster_input.h"
#include "app/render/build.h"
#include "app/render/pixels.h"
#include "ui/style/background.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

constexpr const char* examples[] = {"mid-autumn", "jazz", "film"};
constexpr QSize shown_size(150, 210);

QImage picture_of(const std::filesystem::path& file, double scale) {
    auto poster = open_poster(file);
    if (!poster) return {};
    const QSizeF page = poster->page.points();
    render::PixelSettings settings;
    settings.dpi = 72 * std::min(shown_size.width() / page.width(), shown_size.height() / page.height()) * scale;
    auto image = render::render_image(render::build(*poster, *typeset::FontSet::system()), settings);
    return image.value_or(QImage());
}

}  // namespace

EmptyState::EmptyState(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    auto* title = heading(tr("Your pictures will be here"), 1.5);
    title->setAlignment(Qt::AlignCenter);
    layout->addWidget(title);
    auto* words = new QLabel(tr("Everything that you generate is kept, with how it was made. Begin with an example, write a prompt of your own,\n"
                                "or bring in pictures from other programs with their prompts."));
    words->setAlignment(Qt::AlignCenter);
    words->setForegroundRole(roles::faint_text);
    layout->addWidget(words);
    layout->addSpacing(metrics::large_gap);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::large_gap);
    row->addStretch(1);
    if (auto assets = paths::assets())
        for (const char* name : examples) {
            const QString file = paths::to_qt(*assets / "examples" / (std::string(name) + ".json"));
            auto* button = new QToolButton;
            button->setAutoRaise(true);
            button->setIconSize(shown_size);
            button->setFixedSize(shown_size + QSize(20, 20));
            button->setToolTip(tr("Open this example as a poster"));
            button->setAccessibleName(tr("Example: %1").arg(name));
            connect(button, &QToolButton::clicked, this, [this, file] { emit example_wanted(file); });
            row->addWidget(button);
            examples_.emplace_back(file, button);
        }
    row->addStretch(1);
    layout->addLayout(row);
    layout->addSpacing(metrics::large_gap);
    auto* buttons = new QHBoxLayout;
    auto* create = new QPushButton(tr("Write a prompt"));
    make_primary(create);
    auto* import = new QPushButton(icon("document-import"), tr("Import pictures…"));
    import->setMinimumHeight(36);
    buttons->addStretch(1);
    buttons->addWidget(create);
    buttons->addWidget(import);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addStretch(3);
    connect(create, &QPushButton::clicked, this, &EmptyState::create_wanted);
    connect(import, &QPushButton::clicked, this, &EmptyState::import_wanted);
}

void EmptyState::showEvent(QShowEvent*) {
    if (!std::exchange(painted_, true)) paint_examples();
}

void EmptyState::paint_examples() {
    const double scale = devicePixelRatioF();
    for (const auto& [file, button] : examples_)
        in_background(this, [file = paths::from_qt(file), scale] { return picture_of(file, scale); },
                      [button = button, scale](QImage image) {
                          image.setDevicePixelRatio(scale);
                          button->setIcon(QIcon(QPixmap::fromImage(image)));
                      });
}

}  // namespace haibao::ui
