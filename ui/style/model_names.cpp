// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/model_names.h"

#include <QCoreApplication>
#include <mutex>

#include "app/core/paths.h"
#include "inference/weights/model_folder.h"

namespace haibao::ui {
namespace {

struct ModelNames {
    Q_DECLARE_TR_FUNCTIONS(haibao::ui::ModelNames)
};

}  // namespace

QString built_in_model() { return ModelNames::tr("Built-in model"); }

QString shown_model(const std::string& name) {
    static std::mutex asking;  // from any thread
    static std::string builtin;
    const std::scoped_lock lock(asking);
    if (builtin.empty()) {  // it may come later, with the disk that it is on
        auto folder = paths::find_model("builtin");
        if (const auto model = folder ? ModelFolder::open(*folder) : pass_on(folder)) builtin = model->defaults().name;
    }
    return !name.empty() && name == builtin ? built_in_model() : QString::fromStdString(name);
}

}  // namespace haibao::ui
