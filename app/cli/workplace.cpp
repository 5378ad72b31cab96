// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/workplace.h"

#include "app/cli/arguments.h"
#include "app/cli/operating_system_user.h"
#include "app/cli/passphrase.h"

#include "core/storage/practice_file.h"
#include "core/workflow/catalog.h"
#include "core/workflow/this_pc.h"

namespace kairos::cli {

using workflow::OpenPractice;

Workplace::Workplace()
    : m_catalog(workflow::Catalog::builtIn()),
      m_environment{.clock = m_clock,
                    .random = m_random,
                    .catalog = m_catalog,
                    .seenHeadsPath = workflow::seenHeadsPath()} {}

base::Result<std::unique_ptr<OpenPractice>> Workplace::open(const Arguments& arguments) const {
    auto practice = readSecret(arguments.value(QStringLiteral("--passphrase-file")))
                        .and_then([&](const QString& passphrase) {
                            return OpenPractice::open(arguments.positional(0), passphrase, m_environment);
                        });
    if (practice) {
        (*practice)->actAsProgram(QStringLiteral("kairos-cli, ") + operatingSystemUser());
    }
    return practice;
}

base::Result<record::Patient> patientOf(const OpenPractice& practice, const Arguments& arguments) {
    const QString wanted = arguments.value(QStringLiteral("--patient"));
    auto id = record::PatientId::fromString(wanted);
    if (!id) {
        const auto byMrn = practice.file().search().byMrn(wanted);
        if (!byMrn) {
            return tl::unexpected<base::Error>(byMrn.error());
        }
        id = *byMrn;
    }
    if (id) {
        const auto found = practice.file().records().find<record::Patient>(*id);
        if (!found) {
            return tl::unexpected<base::Error>(found.error());
        }
        if (found->has_value()) {
            return **found;
        }
    }
    return base::fail(base::ErrorCode::NotFound, QStringLiteral("The patient was not found"),
                      QStringLiteral("no patient has the id or MRN \"%1\"").arg(wanted),
                      QStringLiteral("kairos-cli patients FILE --find TEXT lists the ids"));
}

Option patientOption() {
    return {QStringLiteral("--patient"), QStringLiteral("ID"),
            QStringLiteral("the patient's id, or the exact MRN"), Takes::Value, Need::Required};
}

} // namespace kairos::cli
