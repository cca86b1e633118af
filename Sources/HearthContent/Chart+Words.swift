import HearthCore

extension Chart.Kind {
  /// What it is called, what it asks, and how its values are made.
  var words: (title: Word, question: Word, rule: Word) {
    switch self {
    case .wantedAndHad: (.chartWantedAndHadTitle, .chartWantedAndHadQuestion, .chartWantedAndHadRule)
    case .moodAndCloseness: (.chartMoodAndClosenessTitle, .chartMoodAndClosenessQuestion, .chartMoodAndClosenessRule)
    case .pixels: (.chartPixelsTitle, .chartPixelsQuestion, .chartPixelsRule)
    case .aloneTime: (.chartAloneTimeTitle, .chartAloneTimeQuestion, .chartAloneTimeRule)
    case .companyAndCloseness:
      (.chartCompanyAndClosenessTitle, .chartCompanyAndClosenessQuestion, .chartCompanyAndClosenessRule)
    case .qualityTime: (.chartQualityTimeTitle, .chartQualityTimeQuestion, .chartQualityTimeRule)
    case .microAndMeaningful:
      (.chartMicroAndMeaningfulTitle, .chartMicroAndMeaningfulQuestion, .chartMicroAndMeaningfulRule)
    case .weekdaysAndHours: (.chartWeekdaysAndHoursTitle, .chartWeekdaysAndHoursQuestion, .chartWeekdaysAndHoursRule)
    case .feltAfter: (.chartFeltAfterTitle, .chartFeltAfterQuestion, .chartFeltAfterRule)
    case .socialBattery: (.chartSocialBatteryTitle, .chartSocialBatteryQuestion, .chartSocialBatteryRule)
    case .bids: (.chartBidsTitle, .chartBidsQuestion, .chartBidsRule)
    case .promises: (.chartPromisesTitle, .chartPromisesQuestion, .chartPromisesRule)
    case .repair: (.chartRepairTitle, .chartRepairQuestion, .chartRepairRule)
    case .boundaries: (.chartBoundariesTitle, .chartBoundariesQuestion, .chartBoundariesRule)
    case .sleepAfter: (.chartSleepAfterTitle, .chartSleepAfterQuestion, .chartSleepAfterRule)
    case .skills: (.chartSkillsTitle, .chartSkillsQuestion, .chartSkillsRule)
    case .needs: (.chartNeedsTitle, .chartNeedsQuestion, .chartNeedsRule)
    case .touchpoints: (.chartTouchpointsTitle, .chartTouchpointsQuestion, .chartTouchpointsRule)
    case .years: (.chartYearsTitle, .chartYearsQuestion, .chartYearsRule)
    case .marks: (.chartMarksTitle, .chartMarksQuestion, .chartMarksRule)
    case .howOftenLonely: (.chartHowOftenLonelyTitle, .chartHowOftenLonelyQuestion, .chartHowOftenLonelyRule)
    case .patterns: (.chartPatternsTitle, .chartPatternsQuestion, .chartPatternsRule)
    case .glance: (.chartGlanceTitle, .chartGlanceQuestion, .chartGlanceRule)
    }
  }

  /// What it counts: days of those that are shown, or something else.
  var coverageWord: Word {
    switch self {
    case .feltAfter: .chartMoments
    case .years: .chartPeople
    case .howOftenLonely: .chartMonths
    default: .chartCoverage
    }
  }

  /// What an empty one says: how it comes to have something in it.
  var emptyWord: Word {
    switch self {
    case .qualityTime, .microAndMeaningful, .feltAfter, .socialBattery, .marks: .chartEmptyMoment
    case .bids, .promises, .repair, .boundaries, .skills: .chartEmptyPractice
    case .needs, .touchpoints, .years: .chartEmptyPeople
    case .howOftenLonely: .chartEmptyMonthly
    default: .chartEmptyCheckIn
    }
  }
}

extension Chart {
  /// Whether a check-in fills it.
  package var comesOfCheckIns: Bool { (kind?.emptyWord ?? .chartEmptyCheckIn) == .chartEmptyCheckIn }
}

extension ChartLabel.Word {
  var word: Word {
    switch self {
    case .gap: .chartGap
    case .quality: .chartQuality
    case .near: .chartNear
    case .micro: .chartMicro
    case .meaningful: .chartMeaningful
    case .lightToday: .chartLightToday
    case .lightTomorrow: .chartLightTomorrow
    case .middlingToday: .chartMiddlingToday
    case .middlingTomorrow: .chartMiddlingTomorrow
    case .heavyToday: .chartHeavyToday
    case .heavyTomorrow: .chartHeavyTomorrow
    case .afterHard: .chartAfterHard
    case .otherNights: .chartOtherNights
    case .wanted: .chartWanted
    case .had: .chartHad
    case .otherMoments: .chartOtherMoments
    }
  }
}
