// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/model_names.h"

#include <QCoreApplication>
#include <mutex>

#include "app/core/paths.h"
#include "inference/weights/model_folder.h"

namespace haibao::ui {

QString shown_model(const std::string& name) {
    static std::mutex asking;  // from any thread
    static std::string builtin;
    const std::scoped_lock lock(asking);
    if (builtin.empty()) {  // it may come later, with the disk that it is on
        auto folder = paths::find_model("builtin");
        if (const auto model = folder ? ModelFolder::open(*folder) : pass_on(folder)) builtin = model->defaults().name;
    }
    return !name.empty() && name == builtin ? QCoreApplication::translate("haibao::ui::EnlargeDialog", "Built-in model") : QString::fromStdString(name);
}

}  // namespace haibao::ui
