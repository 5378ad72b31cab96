// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/caseload_column.h"

#include "ui/patients/patients_model.h"
#include "ui/patients/stage_words.h"

#include "ui/shared/paint_controls.h"
#include "ui/shared/theme.h"
#include "ui/shared/type_scale.h"

#include <QKeyEvent>
#include <QPainter>

namespace kairos::ui {
namespace {

constexpr int kCardHeight = 110;
constexpr int kPad = 10;

QModelIndex at(const QModelIndex& index, PatientsModel::Column column) {
    return index.siblingAtColumn(column);
}

} // namespace

CaseloadDelegate::CaseloadDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

QSize CaseloadDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    Q_UNUSED(option)
    Q_UNUSED(index)
    return {px(80), px(kCardHeight)};
}

void CaseloadDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    const Theme& theme = option.widget != nullptr ? themeOf(*option.widget) : applicationTheme();
    const bool isCurrent =
        option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_HasFocus);
    if (isCurrent) {
        painter->fillRect(option.rect, theme.color(Token::Select));
        painter->fillRect(QRect(option.rect.topLeft(), QSize(px(3), option.rect.height())),
                          theme.color(Token::Accent));
    }
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      theme.color(Token::Line));
    QRect box = option.rect.adjusted(px(kPad), px(8), -px(kPad), -px(8));
    const auto line = [&](TextRole role, Token token, const QString& words, int lines) {
        const QFont font = fontFor(role);
        const QFontMetrics metrics(font);
        painter->setFont(font);
        painter->setPen(theme.color(token));
        const QRect row(box.left(), box.top(), box.width(), metrics.height() * lines);
        painter->drawText(row, Qt::AlignLeft | Qt::AlignTop | (lines > 1 ? Qt::TextWordWrap : 0),
                          lines > 1 ? words : metrics.elidedText(words, Qt::ElideRight, box.width()));
        box.setTop(row.bottom() + px(2));
    };
    painter->save();
    painter->setClipRect(option.rect);
    line(TextRole::Strong, Token::Text, index.data().toString(), 1);
    line(TextRole::Caption, Token::Text2, at(index, PatientsModel::Next).data().toString(), 3);
    const auto chip = at(index, PatientsModel::Attention).data(ChipRole).value<Chip>();
    const QSize wanted = chipSize(chip);
    paintChip(*painter, theme,
              QRect(box.left(), option.rect.bottom() - px(8) - wanted.height(),
                    qMin(wanted.width(), box.width()), wanted.height()),
              chip);
    painter->restore();
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        paintInnerFocus(*painter, theme, option.rect);
    }
}

CaseloadColumn::CaseloadColumn(record::Stage stage, workflow::OpenPractice& practice, QWidget* parent)
    : QListView(parent), m_stage(stage), m_model(new PatientsModel(practice, this)) {
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    // One height for all: no card is loaded before it is shown.
    setUniformItemSizes(true);
    setModel(m_model);
    setItemDelegate(new CaseloadDelegate(this));
    setAccessibleName(stageText(stage));
    connect(this, &QListView::clicked, this, &CaseloadColumn::openCurrent);
}

void CaseloadColumn::setPatients(const QList<record::PatientId>& patients) {
    const int row = currentIndex().row();
    m_model->setPatients(patients);
    if (!patients.isEmpty()) {
        setCurrentIndex(m_model->index(qBound(0, row, m_model->rowCount() - 1), 0));
    }
}

void CaseloadColumn::enterAt(int row) {
    setCurrentIndex(m_model->index(qBound(0, row, m_model->rowCount() - 1), 0));
    setFocus(Qt::OtherFocusReason);
}

void CaseloadColumn::openCurrent() {
    if (currentIndex().isValid()) {
        Q_EMIT patientOpened(m_model->rowAt(currentIndex().row()));
    }
}

void CaseloadColumn::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    if (current.isValid() && hasFocus()) {
        setAccessibleDescription(
            QStringLiteral("%1, %2, %3")
                .arg(current.data().toString(), at(current, PatientsModel::Next).data().toString(),
                     at(current, PatientsModel::Attention).data(Qt::AccessibleTextRole).toString()));
    }
}

void CaseloadColumn::keyPressEvent(QKeyEvent* event) {
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const int key = event->key();
    if (isPlain && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        openCurrent();
    } else if (isPlain && (key == Qt::Key_Left || key == Qt::Key_Right)) {
        Q_EMIT sideWanted(key == Qt::Key_Left ? -1 : 1);
    } else {
        QListView::keyPressEvent(event);
        return;
    }
    event->accept();
}

} // namespace kairos::ui
