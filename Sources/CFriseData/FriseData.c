#include "FriseData.h"

static const unsigned char LICENSE_txt[] = {
#embed "data/LICENSE.txt"
};

static const unsigned char actors_tsv[] = {
#embed "data/actors.tsv"
};

static const unsigned char acts_tsv[] = {
#embed "data/acts.tsv"
};

static const unsigned char checks_tsv[] = {
#embed "data/checks.tsv"
};

static const unsigned char directors_tsv[] = {
#embed "data/directors.tsv"
};

static const unsigned char events_tsv[] = {
#embed "data/events.tsv"
};

static const unsigned char evidence_tsv[] = {
#embed "data/evidence.tsv"
};

static const unsigned char facts_tsv[] = {
#embed "data/facts.tsv"
};

static const unsigned char figures_tsv[] = {
#embed "data/figures.tsv"
};

static const unsigned char history_tsv[] = {
#embed "data/history.tsv"
};

static const unsigned char instruments_tsv[] = {
#embed "data/instruments.tsv"
};

static const unsigned char iom_frise_data[] = {
#embed "data/iom.frise-data"
};

static const unsigned char kinds_tsv[] = {
#embed "data/kinds.tsv"
};

static const unsigned char membership_tsv[] = {
#embed "data/membership.tsv"
};

static const unsigned char organisation_tsv[] = {
#embed "data/organisation.tsv"
};

static const unsigned char regions_tsv[] = {
#embed "data/regions.tsv"
};

static const unsigned char roles_tsv[] = {
#embed "data/roles.tsv"
};

static const unsigned char topics_tsv[] = {
#embed "data/topics.tsv"
};

static const unsigned char units_tsv[] = {
#embed "data/units.tsv"
};

static const unsigned char verdicts_tsv[] = {
#embed "data/verdicts.tsv"
};

static const unsigned char reading_a_timeline_lesson[] = {
#embed "data/lessons/reading-a-timeline.lesson"
};

static const unsigned char figures_lesson[] = {
#embed "data/lessons/figures.lesson"
};

static const unsigned char committee_to_agency_lesson[] = {
#embed "data/lessons/committee-to-agency.lesson"
};

static const unsigned char vocabulary_tsv[] = {
#embed "data/lessons/vocabulary.tsv"
};

static const struct frise_data_file files[] = {
  {"LICENSE.txt", LICENSE_txt, sizeof LICENSE_txt},
  {"actors.tsv", actors_tsv, sizeof actors_tsv},
  {"acts.tsv", acts_tsv, sizeof acts_tsv},
  {"checks.tsv", checks_tsv, sizeof checks_tsv},
  {"directors.tsv", directors_tsv, sizeof directors_tsv},
  {"events.tsv", events_tsv, sizeof events_tsv},
  {"evidence.tsv", evidence_tsv, sizeof evidence_tsv},
  {"facts.tsv", facts_tsv, sizeof facts_tsv},
  {"figures.tsv", figures_tsv, sizeof figures_tsv},
  {"history.tsv", history_tsv, sizeof history_tsv},
  {"instruments.tsv", instruments_tsv, sizeof instruments_tsv},
  {"iom.frise-data", iom_frise_data, sizeof iom_frise_data},
  {"kinds.tsv", kinds_tsv, sizeof kinds_tsv},
  {"membership.tsv", membership_tsv, sizeof membership_tsv},
  {"organisation.tsv", organisation_tsv, sizeof organisation_tsv},
  {"regions.tsv", regions_tsv, sizeof regions_tsv},
  {"roles.tsv", roles_tsv, sizeof roles_tsv},
  {"topics.tsv", topics_tsv, sizeof topics_tsv},
  {"units.tsv", units_tsv, sizeof units_tsv},
  {"verdicts.tsv", verdicts_tsv, sizeof verdicts_tsv},
  {"lessons/reading-a-timeline.lesson", reading_a_timeline_lesson, sizeof reading_a_timeline_lesson},
  {"lessons/figures.lesson", figures_lesson, sizeof figures_lesson},
  {"lessons/committee-to-agency.lesson", committee_to_agency_lesson, sizeof committee_to_agency_lesson},
  {"lessons/vocabulary.tsv", vocabulary_tsv, sizeof vocabulary_tsv},
};

size_t frise_data_file_count(void) { return sizeof files / sizeof files[0]; }

const struct frise_data_file *frise_data_file_at(size_t index) { return &files[index]; }
