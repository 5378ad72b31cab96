// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/json_words.h"
#include "app/cli/passphrase.h"
#include "app/cli/text_table.h"
#include "app/cli/verification.h"
#include "app/cli/workplace.h"

namespace kairos::cli {
namespace {

const QString kDeep = QStringLiteral("--deep");

base::Result<Reply> runVerify(const Arguments& arguments) {
    const Workplace workplace;
    return workplace.open(arguments).and_then([&](const std::unique_ptr<workflow::OpenPractice>& practice) {
        const auto depth = arguments.has(kDeep) ? workflow::CheckDepth::Deep : workflow::CheckDepth::Journal;
        return verification(*practice, depth).map([](const Verification& verified) {
            const QStringList lines{textTable(verified.rows())};
            return Reply{verified.json(), (lines + findingLines(verified.findings)).join(QLatin1Char('\n')),
                         verified.isOk() ? 0 : 1};
        });
    });
}

} // namespace

Command verifyCommand() {
    return {QStringLiteral("verify"),
            QStringLiteral("check the file's pages, its journal and its seal"),
            {QStringLiteral("FILE")},
            {passphraseOption(),
             {kDeep, QString(),
              QStringLiteral("also rebuild every table from the journal and compare, and hold each signature "
                             "against what it stands under"),
              Takes::Nothing, Need::Optional}},
            {QStringLiteral("Exit 1 when it does not hold; each finding names the first bad place.")},
            runVerify};
}

} // namespace kairos::cli
