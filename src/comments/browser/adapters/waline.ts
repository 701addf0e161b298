import { openSection } from '../section.ts';
import { mount } from './waline/mount.ts';
import './waline.css';

openSection(mount);
