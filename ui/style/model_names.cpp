// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/model_names.h"

#include <QCoreApplication>

#include "app/core/paths.h"
#include "inference/weights/model_folder.h"

namespace haibao::ui {

QString shown_model(const std::string& name) {
    static const std::string builtin = [] {
        auto folder = paths::find_model("builtin");
        const auto model = folder ? ModelFolder::open(*folder) : pass_on(folder);
        return model ? model->defaults().name : std::string();
    }();
    return !name.empty() && name == builtin ? QCoreApplication::translate("haibao::ui::EnlargeDialog", "Built-in model") : QString::fromStdString(name);
}

}  // namespace haibao::ui
