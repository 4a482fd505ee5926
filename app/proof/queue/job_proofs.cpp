// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proof/queue/job_proofs.h"

#include <map>

#include "app/document/file.h"
#include "app/export/picture_metadata.h"
#include "app/gallery/embedded_texts.h"
#include "app/gallery/picture_decode.h"
#include "app/generate/queue_row.h"
#include "app/placement/finished_poster.h"
#include "app/proof/replace.h"
#include "inference/base/files.h"
#include "inference/base/json.h"

namespace haibao::proof {
namespace fs = std::filesystem;
using generate::JobState;
using generate::QueuedJob;
using generate::QueuedJobId;
namespace {

constexpr std::uint64_t most_picture_bytes = std::uint64_t{256} << 20;

std::int64_t key(QueuedJobId id) { return static_cast<std::int64_t>(id); }

/// The results as the table keeps them.
Result<std::vector<PictureResult>> results_from(const std::string& text) {
    auto json = parse_json(text, "what was read of a job");
    if (!json) return pass_on(json);
    std::vector<PictureResult> results;
    try {
        for (const nlohmann::json& one : *json) {
            PictureResult result;
            one.at("number").get_to(result.number);
            result.picture = gallery::PictureId{one.at("picture").get<std::int64_t>()};
            one.at("seed").get_to(result.seed), one.at("passed").get_to(result.passed), one.at("score").get_to(result.score);
            one.at("texts").get_to(result.texts), one.at("failed").get_to(result.failed), one.at("not_judged").get_to(result.not_judged);
            for (const nlohmann::json& remark : one.at("remarks")) result.remarks << QString::fromStdString(remark.get<std::string>());
            result.poster = one.value("poster", "");
            results.push_back(std::move(result));
        }
    } catch (const nlohmann::json::exception& wrong) {
        return std::unexpected(Error{ErrorKind::corrupt_file, "What was read of a job cannot be understood; proof-read its pictures with haibao-cli proof.", wrong.what()});
    }
    return results;
}

std::pair<bool, double> rank(const PictureResult& result) { return {result.passed, result.score}; }

/// Not of this machine, its disk or its programs, of which the next picture would say the same.
bool is_of_the_picture(const Error& error) {
    return error.kind == ErrorKind::corrupt_file || error.kind == ErrorKind::unsupported || error.kind == ErrorKind::invalid_input;
}

}  // namespace

nlohmann::json to_json(const std::vector<PictureResult>& results) {
    nlohmann::json all = nlohmann::json::array();
    for (const PictureResult& result : results) {
        nlohmann::json one{{"number", result.number}, {"picture", static_cast<std::int64_t>(result.picture)}, {"seed", result.seed}, {"passed", result.passed},
                           {"score", result.score}, {"texts", result.texts}, {"failed", result.failed}, {"not_judged", result.not_judged}};
        one["remarks"] = nlohmann::json::array();
        for (const QString& remark : result.remarks) one["remarks"].push_back(remark.toStdString());
        if (!result.poster.empty()) one["poster"] = result.poster;
        all.push_back(std::move(one));
    }
    return all;
}

Result<JobProofs> JobProofs::open(const fs::path& folder) {
    auto library = gallery::Library::open(folder);
    if (!library) return pass_on(library);
    auto queue = generate::Queue::open(library->folder());
    if (!queue) return pass_on(queue);
    return JobProofs(std::move(*library), std::move(*queue));
}

Result<void> JobProofs::ask(QueuedJobId job, const Wish& wish) {
    auto statement = library_.database().prepare("INSERT OR REPLACE INTO job_proof(job, wish) VALUES(?1, ?2)");
    if (!statement) return pass_on(statement);
    return statement->bind(1, key(job)).bind(2, word_of(wish)).run();
}

Result<std::optional<JobProofs::Row>> JobProofs::row(QueuedJobId job) {
    auto statement = library_.database().prepare("SELECT wish, first, number, try, results FROM job_proof WHERE job = ?1");
    if (!statement) return pass_on(statement);
    auto there = statement->bind(1, key(job)).step();
    if (!there) return pass_on(there);
    if (!*there) return std::nullopt;
    auto wish = wish_of(statement->text(0));
    if (!wish) return pass_on(wish);
    Row row{*wish, {QueuedJobId{statement->integer(1)}, static_cast<int>(statement->integer(2)), static_cast<int>(statement->integer(3))}, {}};
    if (statement->is_null(1)) row.again.first = job;
    if (statement->is_null(4)) return row;
    auto results = results_from(statement->text(4));
    if (!results) return pass_on(results);
    row.results = std::move(*results);
    return row;
}

Result<Wish> JobProofs::asked(QueuedJobId job) {
    auto found = row(job);
    if (!found) return pass_on(found);
    return *found ? (*found)->wish : Wish{};
}

Result<std::vector<QueuedJobId>> JobProofs::owed() {
    auto statement = library_.database().prepare("SELECT id FROM job JOIN job_proof ON job = id WHERE state = 'done' AND results IS NULL ORDER BY ended, id");
    if (!statement) return pass_on(statement);
    std::vector<QueuedJobId> jobs;
    for (;;) {
        auto there = statement->step();
        if (!there) return pass_on(there);
        if (!*there) return jobs;
        jobs.push_back(QueuedJobId{statement->integer(0)});
    }
}

Result<void> JobProofs::read(QueuedJobId id, std::stop_token stop) {
    auto found = row(id);
    if (!found) return pass_on(found);
    if (!*found || (*found)->results) return {};
    auto job = queue_.find(id);
    auto pictures = queue_.pictures(id);
    if (!job || !pictures) return job ? pass_on(pictures) : pass_on(job);
    std::vector<PictureResult> results;
    for (std::size_t i = 0; i < pictures->size(); ++i) {
        if ((*pictures)[i] == 0) continue;  // deleted since
        auto result = read_picture(static_cast<int>(i), gallery::PictureId{(*pictures)[i]}, (*found)->wish, stop);
        if (!result) return pass_on(result);
        results.push_back(std::move(*result));
    }
    // What was read and what is painted again for it are noted together: no kill can come between.
    auto transaction = sqlite::Transaction::begin(library_.database());
    if (!transaction) return pass_on(transaction);
    auto statement = library_.database().prepare("UPDATE job_proof SET results = ?2 WHERE job = ?1 AND results IS NULL");
    if (!statement) return pass_on(statement);
    if (auto noted = statement->bind(1, key(id)).bind(2, to_json(results).dump()).run(); !noted) return noted;
    if (library_.database().changes() == 0) return {};  // another process has read it meanwhile
    for (const PictureResult& result : results)
        if (auto again = paint_again(*job, **found, result); !again) return again;
    return transaction->commit();
}

Result<PictureResult> JobProofs::read_picture(int number, gallery::PictureId id, const Wish& wish, std::stop_token stop) {
    PictureResult result{.number = number, .picture = id};
    // One picture that cannot be read must not keep the others, and later jobs, from being read.
    const auto unread = [&](const Error& error) -> Result<PictureResult> {
        result.not_judged = 1;
        result.remarks << QString::fromStdString(error.message);
        return result;
    };
    auto details = library_.get(id);
    if (!details) return unread(details.error());
    auto bytes = read_file(details->file, most_picture_bytes);
    if (!bytes) return unread(bytes.error());
    const std::span raw(reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size());
    const std::string name = details->file.filename().string();
    const QStringList wanted = wanted_texts(raw, name).value_or(QStringList());
    if (wanted.isEmpty()) {  // its words are not in the picture
        result.passed = true;
        result.score = 1;
        return result;
    }
    auto proof = proof_file(raw, name, wanted, ocr_, std::move(stop));
    if (!proof) return is_of_the_picture(proof.error()) ? unread(proof.error()) : pass_on(proof);
    const PictureProof& picture = proof->pictures.front();
    result.seed = picture.seed;
    result.passed = picture.painted.passed();
    result.score = picture.painted.score();
    result.texts = proof->texts(), result.failed = proof->failed(), result.not_judged = proof->not_judged();
    result.remarks = remarks_on(picture.painted);
    if (result.passed || wish.remedy != Wish::Remedy::replace) return result;
    auto poster = replace(*details, picture);
    if (!poster) return is_of_the_picture(poster.error()) ? unread(poster.error()) : pass_on(poster);
    result.poster = std::move(*poster);
    return result;
}

/// The poster with live text lies beside the library's other posters.
Result<std::string> JobProofs::replace(const gallery::PictureDetails& details, const PictureProof& proof) {
    auto bytes = read_file(details.file, most_picture_bytes);
    if (!bytes) return pass_on(bytes);
    const std::span raw(reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size());
    const std::string name = details.file.filename().string();
    auto image = gallery::decode_picture(raw, name);
    if (!image) return pass_on(image);
    PngInfo info;
    info.texts = gallery::embedded_texts(raw);
    const auto record = record_of(info, name);
    if (!fonts_) fonts_ = typeset::FontSet::system();
    auto poster = replace_by_live_text(image->convertToFormat(QImage::Format_RGB888), QString::fromStdString(name), proof.painted, fonts_, proof.prompt, record ? &*record : nullptr);
    if (!poster) return pass_on(poster);
    if (record) poster->info.generation = placement::json_of(*record);
    const fs::path file = library_.folder() / "posters" / fs::path(name).replace_extension(".haibao");
    auto written = document::write_poster(*poster, file, IfExists::unique, placement::thumbnail_of(*poster, *fonts_));
    if (!written) return pass_on(written);
    const std::string title = record && !record->titles.empty() ? record->titles.front().text : std::string();
    std::error_code ignored;  // the library is asked from other folders than this one
    if (auto noted = library_.put_poster({fs::absolute(*written, ignored).lexically_normal(), title, {details.id}}); !noted) return pass_on(noted);
    return written->filename().string();
}

Result<void> JobProofs::paint_again(const QueuedJob& job, const Row& row, const PictureResult& result) {
    const bool was_read = result.texts > 0;
    if (result.passed || !was_read || row.wish.remedy != Wish::Remedy::retry || row.again.of >= row.wish.tries) return {};
    const bool is_try = row.again.first != job.id;
    auto first = is_try ? queue_.find(row.again.first) : Result<QueuedJob>(job);
    if (!first) return first.error().kind == ErrorKind::not_found ? Result<void>() : pass_on(first);  // removed: nobody wants it
    const int number = is_try ? row.again.number : result.number, of = row.again.of + 1;
    // Seeds of the job's pictures and of their tries never meet.
    const std::uint64_t seed = first->request.seed + static_cast<std::uint64_t>(number) + static_cast<std::uint64_t>(first->request.count) * static_cast<std::uint64_t>(of);
    std::string varied = job.request.variation_of;
    if (!is_try) {
        auto details = library_.get(result.picture);
        if (!details) return pass_on(details);
        varied = gallery::to_hex(details->sha256);
    }
    auto insert = library_.database().prepare(
        "INSERT INTO job(state, position, request, label, count, added) "
        "SELECT 'queued', (SELECT min(position) - 1 FROM job), json_set(request, '$.seed', json(?2), '$.count', 1, '$.variation_of', ?3), label, 1, ?4 FROM job WHERE id = ?1");
    if (!insert) return pass_on(insert);
    insert->bind(1, key(job.id)).bind(2, std::to_string(seed)).bind(3, varied).bind(4, generate::milliseconds_now());
    if (auto done = insert->run(); !done) return done;
    const std::int64_t id = library_.database().last_id();
    auto ask = library_.database().prepare("INSERT INTO job_proof(job, wish, first, number, try) VALUES(?1, ?2, ?3, ?4, ?5)");
    if (!ask) return pass_on(ask);
    return ask->bind(1, id).bind(2, word_of(row.wish)).bind(3, key(first->id)).bind(4, number).bind(5, of).run();
}

Result<std::vector<PictureResult>> JobProofs::results(QueuedJobId id) {
    auto statement = library_.database().prepare("SELECT results, first, number FROM job_proof WHERE (job = ?1 OR first = ?1) AND results IS NOT NULL ORDER BY try, job");
    if (!statement) return pass_on(statement);
    statement->bind(1, key(id));
    std::map<int, PictureResult> best;
    for (;;) {
        auto there = statement->step();
        if (!there) return pass_on(there);
        if (!*there) break;
        auto read = results_from(statement->text(0));
        if (!read) return pass_on(read);
        for (PictureResult& result : *read) {
            if (!statement->is_null(1)) result.number = static_cast<int>(statement->integer(2));
            const auto [known, is_new] = best.try_emplace(result.number, result);
            if (!is_new && rank(result) > rank(known->second)) known->second = std::move(result);
        }
    }
    std::vector<PictureResult> results;
    for (auto& [number, result] : best) results.push_back(std::move(result));
    return results;
}

Result<void> read_owed(const fs::path& library, std::stop_token stop) {
    auto proofs = JobProofs::open(library);
    auto owed = proofs ? proofs->owed() : pass_on(proofs);
    if (!owed) return pass_on(owed);
    for (const QueuedJobId job : *owed)
        if (auto read = proofs->read(job, stop); !read) return read;
    return {};
}

Result<QueuedJobId> JobProofs::first_of(QueuedJobId job) {
    auto found = row(job);
    if (!found) return pass_on(found);
    return *found ? (*found)->again.first : job;
}

Result<bool> JobProofs::unfinished(QueuedJobId id) {
    auto statement = library_.database().prepare(
        "SELECT 1 FROM job JOIN job_proof ON job = id WHERE (id = ?1 OR first = ?1) AND (state IN ('queued', 'running') OR (state = 'done' AND results IS NULL)) LIMIT 1");
    if (!statement) return pass_on(statement);
    return statement->bind(1, key(id)).step();
}

}  // namespace haibao::proof
