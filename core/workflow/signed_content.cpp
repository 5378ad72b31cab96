// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/signed_content.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/session_reader.h"
#include "core/workflow/words.h"

#include "core/record/codec.h"
#include "core/record/packing.h"
#include "core/storage/practice_file.h"

namespace kairos::workflow {

using namespace record;

namespace {

/// Contents by id: the order in which they were loaded must not change the hash.
template <class Record>
void addSorted(security::Hasher& hasher, QList<Record> records) {
    std::sort(records.begin(), records.end(), [](const Record& a, const Record& b) { return a.id < b.id; });
    for (const Record& value : records) {
        const QByteArray packed = pack(value);
        QByteArray length;
        appendLittle(length, static_cast<quint32>(packed.size()));
        hasher.add(length);
        hasher.add(packed);
    }
}

} // namespace

base::Outcome SignedContent::requireOpen(const base::Uuid& target) const {
    const auto signatures = signaturesOf(target);
    if (!signatures) {
        return tl::unexpected<base::Error>(signatures.error());
    }
    if (signatures->isEmpty()) {
        return {};
    }
    return base::fail(base::ErrorCode::Refused, Words::tr("Nothing was changed"),
                      Words::tr("this is signed, and signed content is fixed"),
                      Words::tr("write an addendum instead"));
}

base::Result<QList<Signature>> SignedContent::signaturesOf(const base::Uuid& target) const {
    return SessionReader(m_practice.file().reader()).signaturesOf(target);
}

security::Digest SignedContent::hashOf(const SessionContent& content) {
    security::Hasher hasher;
    if (content.dosing) {
        addSorted(hasher, QList<DosingSession>{*content.dosing});
    }
    if (content.therapy) {
        addSorted(hasher, QList<TherapySession>{*content.therapy});
    }
    addSorted(hasher, content.readings);
    addSorted(hasher, content.events);
    addSorted(hasher, content.adverseEvents);
    addSorted(hasher, content.checks);
    addSorted(hasher, content.notes);
    return hasher.finish();
}

bool SignedContent::covers(const Signature& ofSession, const Note& note) {
    return !ofSession.use && note.isFirst() && note.writtenAt <= ofSession.at;
}

security::Digest SignedContent::hashOf(SessionContent content, const Signature& signature,
                                       const QList<Note>& withdrawn) {
    if (content.dosing) {
        content.dosing = asSigned(*content.dosing);
    }
    if (content.therapy) {
        content.therapy = asSigned(*content.therapy);
    }
    content.notes += content.superseded + withdrawn;
    content.notes.removeIf([&](const Note& note) { return !covers(signature, note); });
    return hashOf(content);
}

security::Digest SignedContent::hashOf(QByteArrayView packed) {
    return security::blake2b256(packed);
}

} // namespace kairos::workflow
