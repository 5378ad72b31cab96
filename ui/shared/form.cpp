// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/form.h"

#include "ui/shared/icons.h"
#include "ui/shared/text_label.h"
#include "ui/shared/typed_field.h"

#include <QComboBox>
#include <QFocusEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

/// The sign before an error.
class ErrorSign final : public QWidget {
public:
    explicit ErrorSign(QWidget* parent) : QWidget(parent) { setFixedSize(px(14), px(16)); }

protected:
    void paintEvent(QPaintEvent* event) override {
        Q_UNUSED(event)
        QPainter painter(this);
        const int side = px(14);
        paintIcon(painter, Icon::Stop, QRectF(0, (height() - side) / 2, side, side),
                  themeOf(*this).color(Token::Stop));
    }
};

bool isEmpty(const QWidget& editor) {
    if (const auto* line = qobject_cast<const QLineEdit*>(&editor)) {
        return line->text().trimmed().isEmpty();
    }
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(&editor)) {
        return text->toPlainText().trimmed().isEmpty();
    }
    if (const auto* choice = qobject_cast<const QComboBox*>(&editor)) {
        return choice->currentIndex() < 0;
    }
    return false;
}

} // namespace

Field::Field(const QString& label, QWidget* editor, QWidget* parent)
    : QWidget(parent),
      m_labelText(label),
      m_editor(editor),
      m_label(new TextLabel(label, TextRole::CaptionStrong, Token::Text, this)),
      m_line(new QWidget(this)),
      m_sign(new ErrorSign(m_line)),
      m_words(makeWrapped({}, TextRole::Caption, Token::Text3, m_line)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    column->addWidget(m_label);
    column->addWidget(m_editor);
    column->addWidget(m_line);
    auto* line = new QHBoxLayout(m_line);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(px(5));
    line->addWidget(m_sign, 0, Qt::AlignTop);
    line->addWidget(m_words, 1);
    m_label->setBuddy(m_editor);
    setFocusProxy(m_editor);
    m_editor->setAccessibleName(label);
    m_editor->installEventFilter(this);
    if (const auto* edit = qobject_cast<QLineEdit*>(m_editor)) {
        connect(edit, &QLineEdit::textChanged, this, [this] {
            if (!m_error.isEmpty() && problem().isEmpty()) {
                setError({});
            }
        });
    }
    showLine();
}

void Field::setLabel(const QString& label) {
    m_labelText = label;
    const QString shown = m_missing.isEmpty() ? label : tr("%1, required").arg(label);
    m_label->setText(shown);
    m_editor->setAccessibleName(shown);
}

void Field::setHelp(const QString& help) {
    m_help = help;
    showLine();
}

void Field::setRequired(const QString& missing) {
    m_missing = missing;
    setLabel(m_labelText);
}

void Field::setCheck(std::function<QString()> check) {
    m_check = std::move(check);
}

void Field::setError(const QString& error) {
    m_error = error;
    m_editor->setProperty("fieldError", !error.isEmpty());
    m_editor->update();
    showLine();
}

bool Field::isMissing() const {
    return !m_missing.isEmpty() && isEmpty(*m_editor);
}

QString Field::problem() const {
    if (isMissing()) {
        return m_missing;
    }
    if (const auto* typed = qobject_cast<const TypedField*>(m_editor); typed != nullptr) {
        if (const QString own = typed->problem(); !own.isEmpty()) {
            return own;
        }
    }
    return m_check ? m_check() : QString();
}

bool Field::validate() {
    setError(problem());
    return m_error.isEmpty();
}

bool Field::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_editor && event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        // An empty field that is only passed by is not scolded: that waits for validate().
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason && !isMissing()) {
            validate();
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Field::showLine() {
    const bool wrong = !m_error.isEmpty();
    const QString words = wrong ? m_error : m_help;
    m_words->setText(words);
    m_words->setToken(wrong ? Token::Stop : Token::Text3);
    m_sign->setVisible(wrong);
    m_line->setVisible(!words.isEmpty());
    m_editor->setAccessibleDescription(words);
}

FormSection::FormSection(const QString& title, QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(px(12));
    m_grid->setVerticalSpacing(px(12));
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    if (!title.isEmpty()) {
        m_grid->addWidget(new TextLabel(title, TextRole::Section, Token::Text, this), 0, 0, 1, 2);
    }
}

Field* FormSection::addField(const QString& label, QWidget* editor) {
    auto* field = new Field(label, editor, this);
    m_fields.append(field);
    addWide(field);
    return field;
}

void FormSection::addPair(Field* left, Field* right) {
    const int row = m_grid->rowCount();
    m_grid->addWidget(left, row, 0, Qt::AlignTop);
    m_grid->addWidget(right, row, 1, Qt::AlignTop);
    m_fields << left << right;
}

void FormSection::addWide(QWidget* widget) {
    m_grid->addWidget(widget, m_grid->rowCount(), 0, 1, 2);
}

QStringList FormSection::missingFields() const {
    QStringList missing;
    for (const Field* field : m_fields) {
        if (field->isMissing()) {
            missing.append(field->label());
        }
    }
    return missing;
}

bool FormSection::validate() {
    Field* firstWrong = nullptr;
    for (Field* field : std::as_const(m_fields)) {
        if (!field->validate() && firstWrong == nullptr) {
            firstWrong = field;
        }
    }
    if (firstWrong != nullptr) {
        firstWrong->setFocus(Qt::OtherFocusReason);
    }
    return firstWrong == nullptr;
}

} // namespace kairos::ui
