// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/own_protocols.h"
#include "core/workflow/protocol_draft.h"

namespace kairos::workflow {

class OpenPractice;

/// Adding a protocol file to an open practice, and changing protocols in the program.
class ProtocolCare final {
public:
    explicit ProtocolCare(OpenPractice& practice) : m_practice(practice) {}

    /// A copy of an installed protocol under an id that is still free, to be changed. NotFound: there is
    /// none.
    [[nodiscard]] base::Result<ProtocolDraft> copy(const QString& id) const;
    /// A protocol of the practice's own, to be changed under its next version. Refused: it is none of its
    /// own.
    [[nodiscard]] base::Result<ProtocolDraft> edit(const QString& id) const;
    /// Checks the draft and keeps it beside the practice; it gives the protocol's id. InvalidInput: place and
    /// reason. Refused: the signed-in clinician is no administrator; else as installOwnProtocol().
    [[nodiscard]] base::Result<QString> save(const ProtocolDraft& draft) const;
    /// The same for a file from elsewhere. Storage: it cannot be read.
    [[nodiscard]] base::Result<QString> add(const QString& file) const;

private:
    [[nodiscard]] base::Result<QByteArray> bytesOf(const protocols::Protocol& protocol) const;
    [[nodiscard]] base::Result<QString> install(const QByteArray& json) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow
