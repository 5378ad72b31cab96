// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/verify.h"

#include "core/storage/words.h"

namespace kairos::storage {

using record::JournalEntry;
using security::Digest;

namespace {

/// How many entries at one place may be missing or added after a renumbering and still be told.
constexpr qint64 kMostShift = 1000;

Digest storedHash(const JournalEntry& entry) {
    return Digest::fromBytes(entry.hash).value_or(Digest{});
}

/// Whether the entry follows `before` when it is taken to stand at position `count`.
bool follows(const Digest& before, JournalEntry entry, qint64 count) {
    entry.count = count;
    return entryHash(before, entry) == storedHash(entry);
}

VerifyFinding finding(VerifyFault fault, qint64 entry, const QString& text) {
    return VerifyFinding{fault, entry, text.arg(entry)};
}

/// Where in the run the entry stands that belongs at `position`; none when it is gone or changed itself.
std::optional<qsizetype> successorOf(const Digest& before, qint64 position, const QList<JournalEntry>& run) {
    for (qsizetype i = 1; i < run.size(); ++i) {
        if (follows(before, run.at(i), position)) {
            return i;
        }
    }
    return std::nullopt;
}

/// Whether `entry` follows another one of the run, one of its own old neighbours: then it was moved, not
/// made.
bool hasHomeIn(const QList<JournalEntry>& run, const JournalEntry& entry) {
    for (const JournalEntry& other : run) {
        for (const qint64 count : {other.count, other.count + 1, other.count + 2}) {
            if (follows(storedHash(other), entry, count)) {
                return true;
            }
        }
    }
    return false;
}

/// By how much the entries were renumbered: the one behind `bad` fits it under its own former number, which
/// is higher after a deletion and lower after an insertion. 0 when they were not.
qint64 shiftOf(const QList<JournalEntry>& run) {
    if (run.size() < 2 || follows(storedHash(run.at(0)), run.at(1), run.at(1).count)) {
        return 0;
    }
    for (qint64 shift = 1; shift <= kMostShift; ++shift) {
        if (follows(storedHash(run.at(0)), run.at(1), run.at(1).count + shift)) {
            return shift;
        }
        if (follows(storedHash(run.at(0)), run.at(1), run.at(1).count - shift)) {
            return -shift;
        }
    }
    return 0;
}

/// Names what happened at `position`, where the first entry of `run` does not follow `before`.
VerifyFinding classify(const Digest& before, qint64 position, const QList<JournalEntry>& run) {
    const JournalEntry& bad = run.first();
    if (bad.count > position) {
        return finding(VerifyFault::Deleted, position, Words::tr("Journal entry %1 is missing"));
    }
    if (const auto successor = successorOf(before, position, run)) {
        if (follows(storedHash(run.at(*successor)), bad, position + 1) || hasHomeIn(run, bad)) {
            return finding(VerifyFault::Reordered, position,
                           Words::tr("Journal entry %1 changed places with a later one"));
        }
        return finding(VerifyFault::Inserted, position,
                       Words::tr("Journal entry %1 was put in: the chain goes on without it"));
    }
    const qint64 shift = shiftOf(run);
    if (shift > 0) {
        return finding(VerifyFault::Deleted, position, Words::tr("Journal entry %1 is missing"));
    }
    if (shift < 0) {
        // What was put in carries a hash of its own that fits; it stands before the first that does not.
        return finding(VerifyFault::Inserted, position + shift,
                       Words::tr("Journal entry %1 was put in: the chain goes on without it"));
    }
    return finding(VerifyFault::Edited, position,
                   Words::tr("Journal entry %1 was changed, or the one before it with its hash: it "
                             "does not fit the chain"));
}

} // namespace

std::optional<VerifyFinding> diagnose(const JournalHead& before, const QList<JournalEntry>& entries) {
    JournalHead head = before;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const JournalEntry& entry = entries.at(i);
        if (chained(head, entry) != entry) {
            return classify(head.hash, head.count + 1, entries.mid(i));
        }
        head = JournalHead{entry.count, storedHash(entry)};
    }
    return std::nullopt;
}

} // namespace kairos::storage
