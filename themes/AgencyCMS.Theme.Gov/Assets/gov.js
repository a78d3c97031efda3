import { confirmFirst } from '../../Foundation/confirm.js';
import { pressButtons } from '../../Foundation/press.js';
import { submitOnce } from '../../Foundation/submit-once.js';
import { unfold } from '../../Foundation/unfold.js';

confirmFirst();
submitOnce();
pressButtons();
unfold();
