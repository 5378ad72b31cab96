// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/storage/drafts.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// Keeps what a form holds while it is open, so that a crash loses at most the last second.
class DraftDesk final {
public:
    explicit DraftDesk(OpenPractice& practice) : m_practice(practice) {}

    /// The key of the signed-in clinician's draft of this form about this subject.
    [[nodiscard]] storage::DraftKey keyOf(const QString& form, const base::Uuid& subject) const;
    [[nodiscard]] base::Outcome keep(const storage::DraftKey& key, const QByteArray& content);
    [[nodiscard]] base::Result<std::optional<storage::Draft>> find(const storage::DraftKey& key) const;
    /// All drafts of the signed-in clinician, newest first.
    [[nodiscard]] base::Result<QList<storage::Draft>> mine() const;
    [[nodiscard]] base::Outcome drop(const storage::DraftKey& key);

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow
