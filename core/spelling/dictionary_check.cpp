// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spelling/dictionary_check.h"

#include "core/spelling/words.h"

#include <QFile>
#include <QHash>
#include <QSet>
#include <QStringDecoder>

namespace kairos::spelling {

using base::ErrorCode;

namespace {

// The largest in use, Hungarian and Korean, stay well below these.
constexpr qint64 kLargestFile = 64 * 1024 * 1024;
constexpr qsizetype kLongestLine = 64 * 1024;

tl::unexpected<base::Error> refused(ErrorCode code, const DictionaryFiles& files, const QString& why) {
    return base::fail(code, Words::tr("The dictionary %1 is not used").arg(files.language), why,
                      Words::tr("install it anew, or choose another one in the settings"));
}

base::Result<QByteArray> readWhole(const DictionaryFiles& files, const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return refused(ErrorCode::Storage, files, Words::tr("one of its files cannot be read"));
    }
    if (file.size() > kLargestFile) {
        return refused(ErrorCode::Damaged, files,
                       Words::tr("one of its files is larger than any dictionary"));
    }
    QByteArray bytes = file.readAll();
    if (bytes.isEmpty() || bytes.contains('\0')) {
        return refused(ErrorCode::Damaged, files, Words::tr("one of its files holds no text"));
    }
    if (bytes.startsWith("\xEF\xBB\xBF")) {
        bytes.remove(0, 3);
    }
    return bytes;
}

/// The words of a line, between spaces and tabs.
QList<QByteArray> partsOf(const QByteArray& line) {
    return line.simplified().split(' ');
}

bool hasLongLine(const QList<QByteArray>& lines) {
    return std::any_of(lines.begin(), lines.end(),
                       [](const QByteArray& line) { return line.size() > kLongestLine; });
}

/// Under what the lines of a table of the rules are counted; empty for a line of no table.
QByteArray tableOf(const QList<QByteArray>& parts) {
    static const QSet<QByteArray> kTables{"REP",   "MAP", "PHONE", "ICONV",        "OCONV",
                                          "BREAK", "AF",  "AM",    "COMPOUNDRULE", "CHECKCOMPOUNDPATTERN"};
    if (kTables.contains(parts.first())) {
        return parts.first();
    }
    const bool isAffix = parts.first() == "SFX" || parts.first() == "PFX";
    return isAffix && parts.size() > 1 ? parts.first() + ' ' + parts.at(1) : QByteArray();
}

/// Whether every table of the rules has as many lines as its first one says.
bool tablesFit(const QList<QByteArray>& lines) {
    QHash<QByteArray, qsizetype> missing;
    for (const QByteArray& line : lines) {
        const QList<QByteArray> parts = partsOf(line);
        const QByteArray table = tableOf(parts);
        if (table.isEmpty()) {
            continue;
        }
        if (missing.value(table) > 0) {
            --missing[table];
            continue;
        }
        const qsizetype place = table.contains(' ') ? 3 : 1;
        bool isNumber = false;
        const int promised = parts.value(place).toInt(&isNumber);
        if (!isNumber || promised < 0) {
            return false;
        }
        missing.insert(table, promised);
    }
    return std::all_of(missing.begin(), missing.end(), [](qsizetype lack) { return lack == 0; });
}

/// Whether the first line counts words that can stand in so many lines.
bool countFits(const QList<QByteArray>& lines) {
    bool isNumber = false;
    const qlonglong count = partsOf(lines.first()).first().toLongLong(&isNumber);
    // Some count a few words more than there are; room is made by this number, so it must be near.
    return isNumber && count > 0 && count <= 2 * lines.size() + 1000;
}

bool isText(const QByteArray& bytes, const QByteArray& encoding) {
    QStringDecoder decode(encoding.constData());
    if (!decode.isValid()) {
        return false;
    }
    const QString text = decode(bytes);
    return !text.isEmpty() && !decode.hasError();
}

} // namespace

QByteArray encodingOf(const QByteArray& rules) {
    const QList<QByteArray> lines = rules.split('\n');
    for (const QByteArray& line : lines) {
        const QList<QByteArray> parts = partsOf(line);
        if (parts.first() == "SET" && parts.size() > 1) {
            // Two that are called by other names outside Hunspell.
            QByteArray name = parts.at(1);
            name.replace("microsoft-cp", "windows-");
            return name.startsWith("ISO8859") ? QByteArray(name).replace("ISO8859", "ISO-8859") : name;
        }
    }
    return "ISO-8859-1";
}

base::Result<QByteArray> checkedEncoding(const DictionaryFiles& files) {
    const auto rules = readWhole(files, files.aff);
    const auto words = readWhole(files, files.dic);
    if (!rules || !words) {
        return tl::unexpected<base::Error>(!rules ? rules.error() : words.error());
    }
    QByteArray encoding = encodingOf(*rules);
    if (!QStringDecoder(encoding.constData()).isValid()) {
        return refused(ErrorCode::Damaged, files,
                       Words::tr("this PC cannot read the encoding it is written in"));
    }
    if (!isText(*rules, encoding) || !isText(*words, encoding)) {
        return refused(ErrorCode::Damaged, files,
                       Words::tr("its files are not in the encoding they name, so they are damaged"));
    }
    const QList<QByteArray> ruleLines = rules->split('\n');
    const QList<QByteArray> wordLines = words->split('\n');
    if (hasLongLine(ruleLines) || hasLongLine(wordLines)) {
        return refused(ErrorCode::Damaged, files, Words::tr("one of its lines is longer than any word"));
    }
    if (!tablesFit(ruleLines) || !countFits(wordLines)) {
        return refused(ErrorCode::Damaged, files,
                       Words::tr("it counts other lines than it has, so a part is missing or damaged"));
    }
    return encoding;
}

} // namespace kairos::spelling
