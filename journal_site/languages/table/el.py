"""Greek."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="ημέρα μέρα",
    days="ημέρες μέρες",
    counted="ημέρα μέρα",
    to="έως μέχρι ως",
    also="και",
    of="του από",
    ordinals="η ος ου ή",
    number="αρ",
    numbers="ένα δύο τρία τέσσερα πέντε έξι επτά οκτώ εννέα δέκα",
    after="πρώτη δεύτερη τρίτη τέταρτη πέμπτη έκτη έβδομη όγδοη ένατη δέκατη",
    counting="πρώτη δεύτερη τρίτη τέταρτη πέμπτη έκτη έβδομη όγδοη ένατη δέκατη",
    unit="μάθημα συνεδρία",
    week="εβδομάδα εβδομάδες βδομάδα",
    date="ημερομηνία",
    round="γύρος",
    skipped="παραλείφθηκε τίποτα διάλειμμα",
    example="παράδειγμα πρότυπο",
    goals="στόχος στόχοι",
    started="ξεκίνησα άρχισα έναρξη",
    tags="ετικέτες θέματα",
    filler="ημερολόγιο στις την",
)

LABELS = Labels(language="el")
