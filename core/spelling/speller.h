// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/spelling/dictionary_files.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace kairos::spelling {

/// One dictionary, loaded. It may be loaded on any thread, and is asked by one thread at a time.
class Speller final {
public:
    /// As checkedEncoding() says. Damaged also when it does not load.
    [[nodiscard]] static base::Result<std::shared_ptr<const Speller>> open(const DictionaryFiles& files);
    ~Speller();
    Q_DISABLE_COPY_MOVE(Speller)

    /// Whether the dictionary has the word, as it stands or bent by its rules. A word with letters that its
    /// encoding has not is none of its words.
    [[nodiscard]] bool isGood(const QString& word) const;
    /// Words of the dictionary that could be meant, the likeliest first.
    [[nodiscard]] QStringList suggestions(const QString& word) const;

private:
    struct Loaded;
    explicit Speller(std::unique_ptr<Loaded> loaded);

    std::unique_ptr<Loaded> m_loaded;
};

} // namespace kairos::spelling
