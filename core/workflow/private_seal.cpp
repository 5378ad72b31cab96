// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/private_seal.h"
#include "core/record/codec.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/private_wall.h"
#include "core/workflow/words.h"

namespace kairos::workflow {
namespace {

void append(QByteArray& out, const base::Instant& at) {
    record::appendLittle(out, at.utcMs);
    record::appendLittle(out, static_cast<qint32>(at.offsetSeconds));
}

/// Every field behind it has one length.
QByteArray begun(const char* what) {
    return QByteArray("kairos private ") + what + QByteArray(" 1\0", 3);
}

} // namespace

QByteArray boundTo(const storage::SealedNote& note) {
    QByteArray bound = begun("note");
    bound.append(note.id.uuid.toBytes());
    record::appendLittle(bound, static_cast<qint32>(note.version));
    bound.append(note.author.uuid.toBytes());
    bound.append(note.patient.uuid.toBytes());
    bound.append(note.session.value_or(record::SessionId{}).uuid.toBytes());
    append(bound, note.at);
    return bound;
}

QByteArray boundTo(const storage::SealedRelease& release) {
    QByteArray bound = begun("release");
    bound.append(release.note.uuid.toBytes());
    bound.append(release.author.uuid.toBytes());
    record::appendLittle(bound, static_cast<quint8>(release.state));
    append(bound, release.at);
    return bound;
}

QByteArray boundTo(const storage::PrivateDraftKey& draft) {
    return begun("draft") + draft.author.uuid.toBytes() + draft.patient.uuid.toBytes();
}

QByteArray boundTo(const record::ClinicianId& owner) {
    return begun("owner") + owner.uuid.toBytes();
}

QByteArray sealText(const security::PrivateKey& key, const QString& text, QByteArrayView bound) {
    QByteArray bytes = text.toUtf8();
    const QByteArray sealed = key.seal(bytes, bound);
    security::wipe(bytes);
    return sealed;
}

std::optional<QString> openText(const security::PrivateKey& key, QByteArrayView sealed,
                                QByteArrayView bound) {
    const auto bytes = key.open(sealed, bound);
    return bytes ? std::optional(QString::fromUtf8(bytes->view())) : std::nullopt;
}

base::Result<const security::PrivateKey*> openKey(OpenPractice& practice, const QString& what) {
    const auto& key = practice.wall().key;
    if (!practice.signedIn() || !key) {
        return base::fail(base::ErrorCode::Refused, what, Words::tr("your private notes are sealed"),
                          Words::tr("open them with your password"));
    }
    return &*key;
}

} // namespace kairos::workflow
