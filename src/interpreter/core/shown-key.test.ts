import { describe, expect, it } from 'vitest';
import { runPerl } from '../../testing/perl-oracle.js';
import { shownKey } from './shown-key.js';
