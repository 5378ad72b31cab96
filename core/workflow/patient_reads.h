// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/dosing_session.h"
#include "core/record/patient.h"
#include "core/record/rating.h"
#include "core/record/therapy_session.h"
#include "core/storage/practice_file.h"

#include <optional>
#include <tuple>

namespace kairos::workflow {

/// What the views of one patient ask for side by side: header, overview and trend each want all ratings and
/// sessions. They are loaded and checked once, and kept until the journal grows or another patient is opened.
class PatientReads final {
public:
    /// The file outlives the reads.
    explicit PatientReads(storage::PracticeFile& file) : m_file(file) {}

    /// All of a patient's records of this kind by time: a Rating, DosingSession or TherapySession. A load
    /// that found damage is not kept, so that a restored file is believed at once. Storage.
    template <class Record>
    [[nodiscard]] base::Result<storage::Loaded<Record>> all(const record::PatientId& patient) {
        const auto head = m_file.head();
        if (!head) {
            return tl::unexpected<base::Error>(head.error());
        }
        if (m_patient != patient || m_head != *head) {
            forget();
            m_patient = patient;
            m_head = *head;
        }
        auto& kept = std::get<std::optional<storage::Loaded<Record>>>(m_kept);
        if (kept) {
            return *kept;
        }
        storage::RowFilter own;
        own.patient = patient;
        auto loaded = m_file.records().list<Record>(own);
        if (loaded && loaded->damaged.isEmpty()) {
            kept = *loaded;
        }
        return loaded;
    }

    /// Nothing of a patient stays behind, e.g. while the window is locked.
    void forget() {
        m_patient.reset();
        m_head.reset();
        m_kept = {};
    }

private:
    storage::PracticeFile& m_file;
    std::optional<record::PatientId> m_patient;
    std::optional<storage::JournalHead> m_head;
    std::tuple<std::optional<storage::Loaded<record::Rating>>,
               std::optional<storage::Loaded<record::DosingSession>>,
               std::optional<storage::Loaded<record::TherapySession>>>
        m_kept;
};

} // namespace kairos::workflow
