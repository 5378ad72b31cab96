// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/answer_access.h"

#include "ui/scales/answer_grid.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <vector>

namespace kairos::ui {
namespace {

/// One line of the form. The grid may be gone while a reader still holds the line.
class AnswerLineAccess final : public QAccessibleInterface {
public:
    AnswerLineAccess(AnswerGrid& grid, int place) : m_grid(&grid), m_place(place) {}

    [[nodiscard]] bool isValid() const override { return !m_grid.isNull(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(m_grid.data());
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        if (m_grid.isNull()) {
            return {};
        }
        if (kind == QAccessible::Name) {
            return m_grid->lineText(m_place);
        }
        return kind == QAccessible::Value ? m_grid->answerText(m_place) : QString();
    }
    [[nodiscard]] QRect rect() const override {
        if (m_grid.isNull()) {
            return {};
        }
        const QRect line = m_grid->lineRect(m_place);
        return {m_grid->viewport()->mapToGlobal(line.topLeft()), line.size()};
    }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        const bool isCurrent = !m_grid.isNull() && m_grid->currentPlace() == m_place;
        state.selected = isCurrent;
        state.focused = isCurrent && m_grid->hasFocus();
        return state;
    }

private:
    QPointer<AnswerGrid> m_grid;
    int m_place;
};

/// The whole form.
class AnswerGridAccess final : public QAccessibleWidget {
public:
    explicit AnswerGridAccess(AnswerGrid& grid) : QAccessibleWidget(&grid, QAccessible::List), m_grid(grid) {
        m_lines.resize(static_cast<std::size_t>(grid.entry().placeCount()), 0);
    }
    ~AnswerGridAccess() override {
        for (const QAccessible::Id id : m_lines) {
            if (id != 0) {
                QAccessible::deleteAccessibleInterface(id);
            }
        }
    }
    AnswerGridAccess(const AnswerGridAccess&) = delete;
    AnswerGridAccess& operator=(const AnswerGridAccess&) = delete;

    [[nodiscard]] int childCount() const override { return static_cast<int>(m_lines.size()); }
    [[nodiscard]] QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        QAccessible::Id& id = m_lines[static_cast<std::size_t>(index)];
        if (id == 0) {
            id = QAccessible::registerAccessibleInterface(new AnswerLineAccess(m_grid, index));
        }
        return QAccessible::accessibleInterface(id);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* line) const override {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i) == line) {
                return i;
            }
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface* focusChild() const override {
        return m_grid.hasFocus() ? child(m_grid.currentPlace()) : nullptr;
    }

private:
    AnswerGrid& m_grid;
    mutable std::vector<QAccessible::Id> m_lines;
};

QAccessibleInterface* makeAnswerAccess(const QString& className, QObject* object) {
    Q_UNUSED(className)
    auto* grid = qobject_cast<AnswerGrid*>(object);
    return grid != nullptr ? new AnswerGridAccess(*grid) : nullptr;
}

} // namespace

void installAnswerAccess() {
    static const bool installed = [] {
        QAccessible::installFactory(makeAnswerAccess);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace kairos::ui
