// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <filesystem>

class QVBoxLayout;

namespace haibao::ui {

class Card;

/// A card per model: size, what each stage needs, whether it fits into this machine, its licence; check, import, remove.
class ModelsPage : public QWidget {
    Q_OBJECT
public:
    explicit ModelsPage(QWidget* parent = nullptr);

    void reload();
    /// What find_model() takes: "builtin" or a name.
    QString chosen() const { return chosen_; }
    /// Looks into the folder and offers to add it.
    void import_folder(const QString& folder);
    /// Offers to write it in fewer bits.
    void convert_model(const std::filesystem::path& folder);
    /// Asks first. A model that was only remembered is forgotten, a copied one goes to the trash.
    void remove_model(const std::filesystem::path& folder);
    void choose(const QString& name);

signals:
    void model_chosen(const QString& name);

private:
    void add_card(const std::filesystem::path& folder);
    void verify(const std::filesystem::path& folder, Card* card);
    void ask_import();
    /// One that was imported or converted just now.
    void take(const QString& name, bool use);

    QVBoxLayout* cards_;
    QString chosen_;
};

}  // namespace haibao::ui
