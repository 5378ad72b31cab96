// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

class QCheckBox;

namespace kairos::scales {
class InstrumentLibrary;
}

namespace kairos::ui {

/// The rhythms of scales as boxes to tick, each with what it says, its source and mark. One that is not
/// ticked is asked for nowhere.
class RhythmBoxes final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RhythmBoxes)

public:
    explicit RhythmBoxes(const scales::InstrumentLibrary& instruments, QWidget* parent = nullptr);

    /// The ids of those that are not ticked. An id that this program does not know stays off.
    [[nodiscard]] QStringList off() const;
    void setOff(const QStringList& rhythms);
    [[nodiscard]] QCheckBox* box(const QString& rhythm) const;

private:
    struct Line {
        QString rhythm;
        QCheckBox* box;
    };
    QList<Line> m_lines;
    QStringList m_unknown;
};

} // namespace kairos::ui
