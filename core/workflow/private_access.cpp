// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/private_access.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/private_seal.h"
#include "core/workflow/private_wall.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/security/recovery_code.h"
#include "core/storage/practice_file.h"

namespace kairos::workflow {

using base::ErrorCode;
using security::PracticeKey;
using security::PrivateKey;
using storage::PrivateChange;

namespace {

QString notOpened() {
    return Words::tr("The private notes were not opened");
}

QString notSetUp() {
    return Words::tr("The private notes were not set up");
}

/// A key as one change: it replaces the former wrapping.
PrivateChange kept(const record::ClinicianId& owner, const security::WrappedKey& wrapped) {
    return storage::SealedKey{owner, wrapped.toBytes()};
}

} // namespace

/// The signed-in clinician with the wrapped key.
struct PrivateAccess::Kept {
    record::ClinicianId owner;
    security::WrappedKey wrapped;
};

bool PrivateAccess::isOffered() const {
    const auto& me = m_practice.signedIn();
    if (!me) {
        return false;
    }
    const auto known = m_practice.file().behindWall().key(me->id);
    return security::may(*me, security::Permission::SignTherapy) || (known && known->has_value());
}

base::Result<bool> PrivateAccess::isSetUp() const {
    return find().map([](const std::optional<Kept>& known) { return known.has_value(); });
}

bool PrivateAccess::isOpen() const {
    return m_practice.signedIn() && m_practice.wall().key.has_value();
}

base::Result<std::optional<PrivateAccess::Kept>> PrivateAccess::find() const {
    const auto& me = m_practice.signedIn();
    if (!me) {
        return base::fail(ErrorCode::Refused, notOpened(), Words::tr("nobody is signed in"),
                          Words::tr("sign in at the desk"));
    }
    const auto row = m_practice.file().behindWall().key(me->id);
    if (!row) {
        return tl::unexpected<base::Error>(row.error());
    }
    if (!row->has_value()) {
        return std::optional<Kept>();
    }
    const auto wrapped = security::WrappedKey::fromBytes((*row)->wrapped);
    if (!wrapped) {
        return base::fail(ErrorCode::Damaged, notOpened(),
                          Words::tr("the key of your private notes is damaged"),
                          Words::tr("open the latest backup, and keep the damaged file"));
    }
    return std::optional(Kept{me->id, *wrapped});
}

base::Result<PrivateAccess::Kept> PrivateAccess::require(const QString& what) const {
    return find().and_then([&](const std::optional<Kept>& known) -> base::Result<Kept> {
        if (!known) {
            return base::fail(ErrorCode::NotFound, what, Words::tr("you have none yet"),
                              Words::tr("set them up on a session's page"));
        }
        return *known;
    });
}

base::Result<QString> PrivateAccess::setUp(const QString& password) {
    const auto known = find();
    if (!known) {
        return tl::unexpected<base::Error>(known.error());
    }
    if (known->has_value()) {
        return base::fail(ErrorCode::Refused, notSetUp(), Words::tr("you have a key already"),
                          Words::tr("open them with your password"));
    }
    const auto confirmed = m_practice.confirm(password).map_error([](base::Error error) {
        error.what = notSetUp();
        return error;
    });
    return confirmed.and_then([&]() -> base::Result<QString> {
        const auto owner = m_practice.signedIn()->id;
        auto key = PrivateKey::random();
        const auto code = PracticeKey::random();
        const auto wrapped =
            security::wrapKey(key, {password, m_practice.environment().passwordCost}, code, boundTo(owner));
        if (!wrapped) {
            return tl::unexpected<base::Error>(wrapped.error());
        }
        return WritingDoor(m_practice).save({}, {}, {kept(owner, *wrapped)}).map([&](const Changes&) {
            m_practice.wall().key = std::move(key);
            return security::recoveryCode(code);
        });
    });
}

base::Outcome PrivateAccess::open(const QString& password) {
    return m_practice.confirm(password)
        .and_then([&] { return require(notOpened()); })
        .and_then([&](const Kept& known) {
            return security::unwrapByPassword(known.wrapped, password, boundTo(known.owner));
        })
        .map([&](PrivateKey key) { m_practice.wall().key = std::move(key); })
        .map_error([&](base::Error error) {
            if (error.code != ErrorCode::WrongPassphrase) {
                return error;
            }
            error.what = notOpened();
            // It may be the password for signing in, but not the one that the key was wrapped with.
            if (m_practice.confirm(password)) {
                error.why =
                    Words::tr("your password was set anew by an administrator, which does not open them");
                error.remedy = Words::tr("type your own recovery code of the private notes");
            } else {
                error.remedy =
                    Words::tr("type it again; one that an administrator sets anew does not open them");
            }
            return error;
        });
}

base::Outcome PrivateAccess::recover(const QString& code, const QString& password) {
    const auto known = m_practice.confirm(password).and_then([&] { return require(notOpened()); });
    if (!known) {
        return tl::unexpected<base::Error>(known.error());
    }
    auto key = security::unwrapByCode(known->wrapped, code, boundTo(known->owner));
    if (!key) {
        return tl::unexpected<base::Error>(key.error());
    }
    return security::wrapAgain(known->wrapped, *key, {password, m_practice.environment().passwordCost},
                               boundTo(known->owner))
        .and_then([&](const security::WrappedKey& wrapped) {
            return WritingDoor(m_practice).save({}, {}, {kept(known->owner, wrapped)});
        })
        .map([&](const Changes&) { m_practice.wall().key = std::move(*key); });
}

base::Result<QString> PrivateAccess::renewCode(const QString& password) {
    const QString what = Words::tr("No new recovery code was made");
    const auto key = openKey(m_practice, what);
    if (!key) {
        return tl::unexpected<base::Error>(key.error());
    }
    const auto known = m_practice.confirm(password).and_then([&] { return require(what); });
    if (!known) {
        return tl::unexpected<base::Error>(known.error());
    }
    const auto code = PracticeKey::random();
    const auto wrapped = security::wrapAgain(known->wrapped, **key, code, boundTo(known->owner));
    return WritingDoor(m_practice).save({}, {}, {kept(known->owner, wrapped)}).map([&](const Changes&) {
        return security::recoveryCode(code);
    });
}

void PrivateAccess::close() {
    m_practice.wall().close();
}

base::Result<QList<PrivateChange>> PrivateAccess::changesForPassword(const QString& former,
                                                                     const QString& fresh) const {
    const auto known = find();
    // A damaged key is no reason to keep a password that somebody wants to be rid of.
    if (!known && known.error().code != ErrorCode::Damaged) {
        return tl::unexpected<base::Error>(known.error());
    }
    if (!known || !known->has_value()) {
        return QList<PrivateChange>();
    }
    const Kept& mine = **known;
    const auto key = security::unwrapByPassword(mine.wrapped, former, boundTo(mine.owner));
    if (!key) {
        return key.error().code == ErrorCode::WrongPassphrase
                   ? base::Result<QList<PrivateChange>>(QList<PrivateChange>())
                   : tl::unexpected<base::Error>(key.error());
    }
    return security::wrapAgain(mine.wrapped, *key, {fresh, m_practice.environment().passwordCost},
                               boundTo(mine.owner))
        .map([&](const security::WrappedKey& wrapped) {
            return QList<PrivateChange>{kept(mine.owner, wrapped)};
        });
}

base::Result<QList<PrivateChange>> PrivateAccess::changesForReset(const record::ClinicianId& clinician,
                                                                  const QString& fresh) const {
    const bool isMine = m_practice.signedIn() && m_practice.signedIn()->id == clinician;
    if (!isMine || !isOpen()) {
        return QList<PrivateChange>();
    }
    return require(notOpened())
        .and_then([&](const Kept& mine) {
            return security::wrapAgain(mine.wrapped, *m_practice.wall().key,
                                       {fresh, m_practice.environment().passwordCost}, boundTo(mine.owner));
        })
        .map([&](const security::WrappedKey& wrapped) {
            return QList<PrivateChange>{kept(clinician, wrapped)};
        });
}

} // namespace kairos::workflow
