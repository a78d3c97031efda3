import { confirmFirst } from '../../Foundation/confirm.js';
import { pressButtons } from '../../Foundation/press.js';
import { submitOnce } from '../../Foundation/submit-once.js';

confirmFirst();
submitOnce();
pressButtons();
