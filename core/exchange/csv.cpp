// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv.h"

#include "core/exchange/utf8_check.h"
#include "core/exchange/words.h"

#include <QRegularExpression>

namespace kairos::exchange {
namespace {

constexpr QLatin1Char kQuote('"');
constexpr QLatin1Char kGuard('\'');
constexpr qsizetype kMostKeptText = 4096; ///< of a bad row

QString notRead() {
    return Words::tr("The file was not read");
}

bool isLineBreak(QChar letter) {
    return letter == QLatin1Char('\n') || letter == QLatin1Char('\r');
}

/// "-12.5": what a spreadsheet reads as the figure it is.
bool isNegativeNumber(QStringView cell) {
    static const QRegularExpression kNumber(QStringLiteral("^-[0-9]+([.][0-9]+)?$"));
    return kNumber.match(cell).hasMatch();
}

/// Whether a spreadsheet would run the cell as a formula, as OWASP lists them (CSV Injection); apostrophes
/// before it count as well, so that one more or one less is told apart.
bool isFormulaLike(QStringView cell) {
    while (cell.startsWith(kGuard)) {
        cell = cell.sliced(1);
    }
    static const QString kStarts = QStringLiteral("=+-@\t\r\n");
    return !cell.isEmpty() && kStarts.contains(cell.front()) && !isNegativeNumber(cell);
}

/// The cell as csvLine() was given it.
QString unguarded(const QString& cell) {
    return cell.startsWith(kGuard) && isFormulaLike(cell) ? cell.sliced(1) : cell;
}

/// Goes through the text row by row.
class Scanner final {
public:
    Scanner(QStringView text, QChar separator) : m_text(text), m_separator(separator) {}

    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size(); }
    /// The next row; must not be at the end.
    [[nodiscard]] CsvRow next();

private:
    [[nodiscard]] QString readCell(CsvRow& row);
    [[nodiscard]] QString readQuoted(CsvRow& row);
    [[nodiscard]] bool isAtCellEnd() const {
        return isAtEnd() || m_text.at(m_at) == m_separator || isLineBreak(m_text.at(m_at));
    }
    void skipLine();
    void skipLineBreak();
    void reject(CsvRow& row, qsizetype begin, const QString& problem);

    QStringView m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    qint64 m_line = 1;
};

void Scanner::skipLineBreak() {
    if (isAtEnd()) {
        return;
    }
    const bool isPair = m_text.sliced(m_at).startsWith(QLatin1String("\r\n"));
    m_at += isPair ? 2 : 1;
    ++m_line;
}

void Scanner::skipLine() {
    while (!isAtEnd() && !isLineBreak(m_text.at(m_at))) {
        ++m_at;
    }
}

/// What was read of the row is thrown away and reading goes on behind its first line: one open quotation mark
/// must not swallow the rows after it.
void Scanner::reject(CsvRow& row, qsizetype begin, const QString& problem) {
    row.cells.clear();
    row.problem = problem;
    m_at = begin;
    m_line = row.line;
    skipLine();
}

QString Scanner::readQuoted(CsvRow& row) {
    QString cell;
    ++m_at;
    while (!isAtEnd()) {
        const QChar letter = m_text.at(m_at);
        if (letter == kQuote) {
            ++m_at;
            if (isAtEnd() || m_text.at(m_at) != kQuote) {
                if (!isAtCellEnd()) {
                    row.problem = Words::tr("there is text behind a closing quotation mark");
                }
                return cell;
            }
        }
        if (isLineBreak(m_text.at(m_at))) {
            skipLineBreak();
            cell += QLatin1Char('\n');
        } else {
            cell += m_text.at(m_at++);
        }
        if (cell.size() > kMostCellCharacters) {
            break;
        }
    }
    row.problem = cell.size() > kMostCellCharacters
                      ? Words::tr("a cell has more than %1 characters").arg(kMostCellCharacters)
                      : Words::tr("a quotation mark is never closed");
    return {};
}

QString Scanner::readCell(CsvRow& row) {
    if (!isAtEnd() && m_text.at(m_at) == kQuote) {
        return readQuoted(row);
    }
    const qsizetype begin = m_at;
    while (!isAtCellEnd()) {
        ++m_at;
    }
    if (m_at - begin > kMostCellCharacters) {
        row.problem = Words::tr("a cell has more than %1 characters").arg(kMostCellCharacters);
    }
    return m_text.sliced(begin, m_at - begin).toString();
}

CsvRow Scanner::next() {
    CsvRow row;
    row.line = m_line;
    const qsizetype begin = m_at;
    while (true) {
        row.cells.append(unguarded(readCell(row)));
        if (row.isGood() && row.cells.size() > kMostCells) {
            row.problem = Words::tr("there are more than %1 cells").arg(kMostCells);
        }
        if (!row.isGood()) {
            reject(row, begin, row.problem);
            break;
        }
        if (isAtEnd() || isLineBreak(m_text.at(m_at))) {
            break;
        }
        ++m_at;
    }
    row.text = m_text.sliced(begin, m_at - begin).toString();
    if (!row.isGood()) {
        row.text.truncate(kMostKeptText);
    }
    skipLineBreak();
    return row;
}

bool isBlank(const CsvRow& row) {
    return row.isGood() && row.cells.size() == 1 && row.cells.first().trimmed().isEmpty();
}

/// The one of comma, semicolon and tab that stands most often in the first line with words.
QChar separatorOf(QStringView text) {
    while (!text.isEmpty() && text.front().isSpace()) {
        text = text.sliced(1);
    }
    qsizetype end = 0;
    while (end < text.size() && !isLineBreak(text.at(end))) {
        ++end;
    }
    const QStringView line = text.first(end);
    QChar best = QLatin1Char(',');
    for (const char candidate : {';', '\t'}) {
        if (line.count(QLatin1Char(candidate)) > line.count(best)) {
            best = QLatin1Char(candidate);
        }
    }
    return best;
}

} // namespace

base::Result<CsvTable> readCsv(const QByteArray& bytes) {
    if (bytes.size() > kMostCsvBytes) {
        return base::fail(base::ErrorCode::InvalidInput, notRead(),
                          Words::tr("it is larger than %1 MiB").arg(kMostCsvBytes >> 20),
                          Words::tr("cut it into several files"));
    }
    const auto text = textOfFile(bytes, notRead());
    if (!text) {
        return tl::unexpected<base::Error>(text.error());
    }
    CsvTable table;
    table.separator = separatorOf(*text);
    Scanner scanner(*text, table.separator);
    while (!scanner.isAtEnd()) {
        CsvRow row = scanner.next();
        if (isBlank(row)) {
            continue;
        }
        if (table.header.line == 0) {
            table.header = std::move(row);
            continue;
        }
        if (row.isGood() && row.cells.size() != table.header.cells.size()) {
            row.problem = Words::tr("it has %1 cells and the header has %2")
                              .arg(row.cells.size())
                              .arg(table.header.cells.size());
        }
        table.rows.append(std::move(row));
    }
    if (table.header.line == 0 || !table.header.isGood()) {
        return base::fail(base::ErrorCode::InvalidInput, notRead(),
                          table.header.line == 0
                              ? Words::tr("it is empty")
                              : Words::tr("its header cannot be read: %1").arg(table.header.problem),
                          Words::tr("choose a CSV file with a header line"));
    }
    return table;
}

QString csvLine(const QStringList& cells, QChar separator) {
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString cell = isFormulaLike(cells.at(i)) ? kGuard + cells.at(i) : cells.at(i);
        const bool needsQuotes = cell.contains(separator) || cell.contains(kQuote) ||
                                 cell.contains(QLatin1Char('\n')) || cell.contains(QLatin1Char('\r')) ||
                                 cell != cell.trimmed() || (cells.size() == 1 && cell.isEmpty());
        line += i == 0 ? QString() : QString(separator);
        line += needsQuotes ? kQuote + QString(cell).replace(kQuote, QStringLiteral("\"\"")) + kQuote : cell;
    }
    return line + QStringLiteral("\r\n");
}

} // namespace kairos::exchange
