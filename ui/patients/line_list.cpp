// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/line_list.h"

#include "ui/shared/buttons.h"
#include "ui/shared/date_field.h"
#include "ui/shared/text_label.h"

#include <QHBoxLayout>
#include <QJsonObject>
#include <QPushButton>
#include <QToolButton>

namespace kairos::ui {
namespace {

constexpr int kGap = 8;
constexpr int kRemove = 28;

bool isBlank(const Line& line) {
    return std::all_of(line.cells.begin(), line.cells.end(),
                       [](const QString& cell) { return cell.trimmed().isEmpty(); });
}

} // namespace

LineList::LineList(const QString& name, const QList<LineColumn>& columns, const QString& add, QWidget* parent)
    : QWidget(parent),
      m_name(name),
      m_columns(columns),
      m_head(new QWidget(this)),
      m_list(new QVBoxLayout),
      m_add(makeButton({.text = add, .kind = ButtonKind::Quiet, .icon = Icon::Plus}, this)),
      m_error(makeParagraph({}, TextRole::Caption, Token::Stop, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    auto* head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, px(kRemove + kGap), 0);
    head->setSpacing(px(kGap));
    for (const LineColumn& wanted : m_columns) {
        auto* title = new TextLabel(wanted.title, TextRole::CaptionStrong, Token::Text, m_head);
        head->addWidget(title, wanted.stretch);
    }
    column->addWidget(m_head);
    m_list->setSpacing(px(6));
    column->addLayout(m_list);
    m_error->hide();
    column->addWidget(m_error);
    m_add->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    column->addWidget(m_add);
    connect(m_add, &QPushButton::clicked, this, &LineList::addLine);
    showHead();
}

void LineList::setLines(const QList<Line>& lines) {
    while (!m_rows.isEmpty()) {
        delete m_rows.takeLast().box;
    }
    for (const Line& line : lines) {
        insertRow(line);
    }
    showHead();
}

void LineList::insertRow(const Line& line) {
    Row row;
    row.id = line.id;
    row.box = new QWidget(this);
    auto* layout = new QHBoxLayout(row.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(kGap));
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const LineColumn& column = m_columns.at(i);
        const QString text = line.cells.value(i);
        QLineEdit* edit = nullptr;
        if (column.kind == LineKind::Date) {
            auto* date = new DateField(row.box);
            const QDate day = QDate::fromString(text, Qt::ISODate);
            if (day.isValid()) {
                date->setDate(day);
            } else {
                date->setText(text);
            }
            edit = date;
        } else {
            edit = new QLineEdit(text, row.box);
        }
        edit->setAccessibleName(QStringLiteral("%1, %2").arg(m_name, column.title));
        edit->setMinimumWidth(px(60));
        edit->setCursorPosition(0); // A text that is too long shows its beginning.
        layout->addWidget(edit, column.stretch);
        row.cells.append(edit);
        connect(edit, &QLineEdit::textChanged, this, &LineList::changed);
    }
    auto* remove = makeIconButton(Icon::Close, tr("Remove this line: %1").arg(m_name), row.box);
    remove->setFixedWidth(px(kRemove));
    remove->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(remove);
    QWidget* box = row.box;
    connect(remove, &QToolButton::clicked, this, [this, box] { removeRow(box); });
    m_list->addWidget(row.box);
    m_rows.append(row);
}

void LineList::addLine() {
    // One empty line at a time: it is used up first.
    if (m_rows.isEmpty() || !isBlank(lineOf(m_rows.last()))) {
        insertRow({{}, {}});
        showHead();
    }
    m_rows.last().box->show();
    m_rows.last().cells.first()->setFocus(Qt::OtherFocusReason);
}

void LineList::removeRow(QWidget* box) {
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).box == box) {
            m_rows.removeAt(i);
            box->hide();
            box->deleteLater();
            break;
        }
    }
    m_add->setFocus(Qt::OtherFocusReason);
    showHead();
    Q_EMIT changed();
}

Line LineList::lineOf(const Row& row) const {
    Line line{row.id, {}};
    for (QLineEdit* cell : row.cells) {
        const auto* date = qobject_cast<DateField*>(cell);
        const auto day = date != nullptr ? date->date() : std::nullopt;
        line.cells.append(day ? day->toString(Qt::ISODate) : cell->text().trimmed());
    }
    return line;
}

QList<Line> LineList::lines() const {
    QList<Line> lines;
    for (const Row& row : m_rows) {
        const Line line = lineOf(row);
        if (!isBlank(line) || !line.id.isEmpty()) {
            lines.append(line);
        }
    }
    return lines;
}

QJsonArray LineList::state() const {
    QJsonArray state;
    for (const Line& line : lines()) {
        state.append(QJsonObject{{QStringLiteral("id"), line.id},
                                 {QStringLiteral("cells"), QJsonArray::fromStringList(line.cells)}});
    }
    return state;
}

void LineList::restore(const QJsonArray& state) {
    QList<Line> lines;
    for (const auto& entry : state) {
        const QJsonObject object = entry.toObject();
        Line line{object.value(QLatin1String("id")).toString(), {}};
        for (const auto& cell : object.value(QLatin1String("cells")).toArray()) {
            line.cells.append(cell.toString());
        }
        lines.append(line);
    }
    setLines(lines);
}

void LineList::setError(const QString& error) {
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
}

QString LineList::problem() const {
    for (const Row& row : m_rows) {
        for (QLineEdit* cell : row.cells) {
            if (const auto* date = qobject_cast<DateField*>(cell); date != nullptr) {
                if (const QString problem = date->problem(); !problem.isEmpty()) {
                    return tr("%1: %2", "a place in a list, and what is wrong there")
                        .arg(cell->accessibleName(), problem);
                }
            }
        }
    }
    return {};
}

void LineList::showHead() {
    m_head->setVisible(!m_rows.isEmpty());
}

} // namespace kairos::ui
