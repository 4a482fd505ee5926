// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/library_output.h"

#include "app/export/picture_metadata.h"

namespace haibao::cli {

Result<gallery::PictureDetails> add_to_library(gallery::Library& library, const generate::FinishedPicture& picture) {
    auto bytes = encode_png(picture.image, picture_texts(picture.record));
    if (!bytes) return pass_on(bytes);
    gallery::NewPicture made{.bytes = *bytes,
                             .width = picture.image.width,
                             .height = picture.image.height,
                             .making = gallery::making_of(picture.record),
                             .visual_tokens = picture.visual_tokens,
                             .parents = gallery::parents_of(picture.record),
                             .tags = {},
                             .look = gallery::look_of(picture.image),
                             .created = {}};
    auto id = library.add(made);
    if (!id) return pass_on(id);
    return library.get(*id);
}

}  // namespace haibao::cli
